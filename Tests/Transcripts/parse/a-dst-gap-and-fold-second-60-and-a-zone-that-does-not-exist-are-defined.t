Where clocks go forward, a time that does not exist is read as the one that would have been; where they go back, as the earlier of
the two. A second 60 is the first of the next minute. A zone that does not exist is an error before the first line.

  $ cat >app.log <<'EOF'
  > 2024-03-31 01:59:59 before the gap
  > 2024-03-31 02:30:00 in the gap
  > 2024-03-31 03:00:00 behind it
  > 2024-10-27 01:59:59 before the fold
  > 2024-10-27 02:30:00 in the fold
  > 2024-10-27 03:00:00 behind it
  > 2016-12-31 23:59:60 leap
  > 2024-02-30 00:00:00 no such day
  > 2024-01-01 24:00:00 no such hour
  > EOF
  $ weir-parse --pattern '^(?<time>\S+ \S+) (?<message>.*)' --timezone Europe/Berlin app.log
  weir-parse: app.log:8: warning: field 'time' is no time that exists
  weir-parse: app.log:9: warning: field 'time' is no time that exists
  {"time":"2024-03-31T00:59:59Z","message":"before the gap"}
  {"time":"2024-03-31T01:30:00Z","message":"in the gap"}
  {"time":"2024-03-31T01:00:00Z","message":"behind it"}
  {"time":"2024-10-26T23:59:59Z","message":"before the fold"}
  {"time":"2024-10-27T00:30:00Z","message":"in the fold"}
  {"time":"2024-10-27T02:00:00Z","message":"behind it"}
  {"time":"2016-12-31T23:00:00Z","message":"leap"}
  weir-parse: warning: 2 of 9 lines not understood (bad-time 2 (time)); --rejects FILE keeps them
  $ weir-parse --timezone Europe/Bielefeld app.log
  weir-parse: error: --timezone: the time zone 'Europe/Bielefeld' does not exist
  [64]
  $ weir-parse --timezone ../../etc/passwd app.log
  weir-parse: error: --timezone: '../../etc/passwd' is no name of a time zone; write for example Europe/Berlin, UTC or +02:00
  [64]
