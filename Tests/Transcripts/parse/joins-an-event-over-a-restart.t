In a stream with marks, the end of a run does not cut an event in two: its lines wait in the state, and go on in the next run.

  $ export WEIR_STATE=state
  $ run() { weir-tail --once --mark-every 1ms "$@" | weir-parse --format log4j --only level,message | weir-commit out; }
  $ printf '%s\n' '2026-11-24 10:00:00,000 [main] ERROR shop.Orders - failed' 'java.io.IOException: timeout' >app.log
  $ run app.log; cat out
  $ printf '\tat %s\n' 'shop.Store.read(Store.java:7)' >>app.log
  $ run app.log; cat out
  $ printf '%s\n' '' 'Caused by: java.net.SocketException' '2026-11-24 10:00:01,000 [main] INFO shop.Orders - next' >>app.log
  $ run app.log; cat out
  {"level":"error","message":"failed\njava.io.IOException: timeout\n\tat shop.Store.read(Store.java:7)\n\nCaused by: java.net.SocketException","_file":"app.log","_offset":0}

The last event of the log leaves in the run after that, or with `--flush` at once.

  $ run app.log; jq -r .message out | tail -n 1
  next

The format that was found, the header that was learned and the year of the stamps go on as well.

  $ export WEIR_STATE=years; rm out
  $ year() { weir-tail --once sys.log | weir-parse --only time,pid | weir-commit out; }
  $ printf 'Dec 31 23:59:59 web1 sshd[1]: one\n' >sys.log; WEIR_NOW=2024-01-01T00:00:00Z year
  $ printf 'Jan  1 00:00:01 web1 sshd[2]: two\n' >>sys.log; WEIR_NOW=2026-07-01T00:00:00Z year; cut -c 1-40 out
  {"time":"2023-12-31T23:59:59Z","pid":1,"
  {"time":"2024-01-01T00:00:01Z","pid":2,"
