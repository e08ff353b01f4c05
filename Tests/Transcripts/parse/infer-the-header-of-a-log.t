A log that no format describes is read by what its lines have in common: a time at the beginning, then level, host,
process, number, component where nearly all lines have them. What follows is the message.

  $ cat >app.log <<'LOG'
  > 2026-11-24 10:00:00.123 [INFO] [db] connected to 10.0.0.1
  > 2026-11-24 10:00:01.500 [WARN] [http] slow request: 3.2 s
  > 2026-11-24 10:00:02.000 [ERROR] [db] connection lost
  > LOG
  $ weir-parse app.log
  {"time":"2026-11-24T10:00:00.123Z","level":"info","component":"db","message":"connected to 10.0.0.1"}
  {"time":"2026-11-24T10:00:01.500Z","level":"warn","component":"http","message":"slow request: 3.2 s"}
  {"time":"2026-11-24T10:00:02.000Z","level":"error","component":"db","message":"connection lost"}
  $ weir-parse --only level,message --where 'level == "error"' app.log
  {"level":"error","message":"connection lost"}

Only the time is asked for. A line without it goes to the end of the message before it.

  $ { cat app.log; echo '2026-11-24 10:00:03.000 bye'; echo 'Segmentation fault'; } | weir-parse --only time,message
  {"time":"2026-11-24T10:00:00.123Z","message":"connected to 10.0.0.1"}
  {"time":"2026-11-24T10:00:01.500Z","message":"slow request: 3.2 s"}
  {"time":"2026-11-24T10:00:02.000Z","message":"connection lost"}
  {"time":"2026-11-24T10:00:03.000Z","message":"bye\nSegmentation fault"}
