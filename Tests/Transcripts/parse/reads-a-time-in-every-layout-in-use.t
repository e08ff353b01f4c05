The time of a pattern of one's own may be written in any of the usual ways: with zones as offsets or as names that mean one thing, on
a clock of 12 hours, in Java's, Go's and the Web's layouts. All digits of a second are kept.

  $ cat >all.log <<'EOF'
  > 2026-11-24T10:00:00.123456789+01:00
  > 2026-11-24 10:00:00,123
  > 2026-11-24 10:00:00 +0100
  > 2026-11-24 10:00:00.5 CET
  > 2026-11-24 10:00:00 EST
  > 2026-11-24 10:00:00
  > 20261124T100000Z
  > 24/Nov/2026:10:00:00 +0100
  > Nov 24 10:00:00
  > Nov 24 10:00:00.123456
  > Nov 24 2026 10:00:00
  > Nov 24, 2026 10:00:00 PM
  > Nov 24, 2026, 12:00:00 AM
  > 2026-11-24 10:00:00 PM
  > 2026/11/24 10:00:00.000001
  > Tue Nov 24 10:00:00.123456 2026
  > Tue Nov 24 10:00:00 2026
  > Tue Nov 24 10:00:00 CET 2026
  > Tue, 24 Nov 2026 10:00:00 GMT
  > 24 Nov 2026 10:00:00.123
  > 24-Nov-2026 10:00:00.123
  > 24.11.2026 10:00:00
  > 1795514400
  > 1795514400.123456789
  > 1795514400123
  > 1795514400123456
  > 1795514400123456789
  > EOF
  $ export WEIR_NOW=2026-11-25T00:00:00Z
  $ weir-parse --pattern '^(?<time>.*)' all.log | paste -d ' ' - all.log
  {"time":"2026-11-24T09:00:00.123456789Z"} 2026-11-24T10:00:00.123456789+01:00
  {"time":"2026-11-24T10:00:00.123Z"} 2026-11-24 10:00:00,123
  {"time":"2026-11-24T09:00:00Z"} 2026-11-24 10:00:00 +0100
  {"time":"2026-11-24T09:00:00.5Z"} 2026-11-24 10:00:00.5 CET
  {"time":"2026-11-24T15:00:00Z"} 2026-11-24 10:00:00 EST
  {"time":"2026-11-24T10:00:00Z"} 2026-11-24 10:00:00
  {"time":"2026-11-24T10:00:00Z"} 20261124T100000Z
  {"time":"2026-11-24T09:00:00Z"} 24/Nov/2026:10:00:00 +0100
  {"time":"2026-11-24T10:00:00Z"} Nov 24 10:00:00
  {"time":"2026-11-24T10:00:00.123456Z"} Nov 24 10:00:00.123456
  {"time":"2026-11-24T10:00:00Z"} Nov 24 2026 10:00:00
  {"time":"2026-11-24T22:00:00Z"} Nov 24, 2026 10:00:00 PM
  {"time":"2026-11-24T00:00:00Z"} Nov 24, 2026, 12:00:00 AM
  {"time":"2026-11-24T22:00:00Z"} 2026-11-24 10:00:00 PM
  {"time":"2026-11-24T10:00:00.000001Z"} 2026/11/24 10:00:00.000001
  {"time":"2026-11-24T10:00:00.123456Z"} Tue Nov 24 10:00:00.123456 2026
  {"time":"2026-11-24T10:00:00Z"} Tue Nov 24 10:00:00 2026
  {"time":"2026-11-24T09:00:00Z"} Tue Nov 24 10:00:00 CET 2026
  {"time":"2026-11-24T10:00:00Z"} Tue, 24 Nov 2026 10:00:00 GMT
  {"time":"2026-11-24T10:00:00.123Z"} 24 Nov 2026 10:00:00.123
  {"time":"2026-11-24T10:00:00.123Z"} 24-Nov-2026 10:00:00.123
  {"time":"2026-11-24T10:00:00Z"} 24.11.2026 10:00:00
  {"time":"2026-11-24T10:00:00Z"} 1795514400
  {"time":"2026-11-24T10:00:00.123456789Z"} 1795514400.123456789
  {"time":"2026-11-24T10:00:00.123Z"} 1795514400123
  {"time":"2026-11-24T10:00:00.123456Z"} 1795514400123456
  {"time":"2026-11-24T10:00:00.123456789Z"} 1795514400123456789

A zone whose name means several things is not guessed at, and neither is the order of day and month; `--timezone` and `--time-layout`
say what they mean.

  $ printf '2026-11-24 10:00:00 CST\n11/12/2026 10:00:00\n' >odd.log
  $ weir-parse --pattern '^(?<time>.*)' odd.log
  weir-parse: odd.log:1: warning: field 'time' names the zone 'CST', which several have; say with --timezone which is meant
  weir-parse: odd.log:2: warning: field 'time' is no time that exists
  weir-parse: warning: 2 of 2 lines not understood (bad-time 2 (time)); --rejects FILE keeps them
  $ head -n 1 odd.log | weir-parse --pattern '^(?<time>.*)' --timezone America/Chicago
  {"time":"2026-11-24T16:00:00Z"}
  $ head -n 1 odd.log | weir-parse --pattern '^(?<time>.*)' --timezone Asia/Shanghai
  {"time":"2026-11-24T02:00:00Z"}
  $ tail -n 1 odd.log | weir-parse --pattern '^(?<time>.*)' --time-layout '%m/%d/%Y %H:%M:%S'
  {"time":"2026-11-12T10:00:00Z"}

Stamps without a year go over New Year in both directions, so a line that comes late does not jump a year ahead.

  $ printf 'Dec 31 23:59:59 a\nJan  1 00:00:01 b\nDec 31 23:59:58 c\nJan  1 00:00:02 d\n' >year.log
  $ WEIR_NOW=2026-07-01T00:00:00Z weir-parse --pattern '^(?<time>\w+ +\d+ \S+)' --only time year.log
  {"time":"2025-12-31T23:59:59Z"}
  {"time":"2026-01-01T00:00:01Z"}
  {"time":"2025-12-31T23:59:58Z"}
  {"time":"2026-01-01T00:00:02Z"}

A rotated file of last year is of last year, and so is one of the year before that.

  $ printf 'Nov  1 10:00:00 x\n' >sys.log.1; cp sys.log.1 sys.log.2
  $ touch -d 2025-11-01T12:00:00Z sys.log.1; touch -d 2024-11-01T12:00:00Z sys.log.2
  $ weir-parse --pattern '^(?<time>\w+ +\d+ \S+)' sys.log.2 sys.log.1
  {"time":"2024-11-01T10:00:00Z"}
  {"time":"2025-11-01T10:00:00Z"}

A 29 February is of the latest year that has one.

  $ echo 'Feb 29 10:00:00' | weir-parse --pattern '^(?<time>.*)'
  {"time":"2024-02-29T10:00:00Z"}

Eight digits that are a date are one.

  $ echo 20261130 | weir-parse --pattern '^(?<time>.*)$'
  {"time":"2026-11-30T00:00:00Z"}
