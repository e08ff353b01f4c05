`time` is RFC 3339 in UTC, with as many digits of the second as the log has. Other zones are converted.

  $ cat >times.log <<EOF
  > 2026-11-24T10:00:00+01:00
  > 2026-11-24 10:00:00.123456789
  > 2026-11-24T10:00:00,5Z
  > 24/Nov/2026:10:00:00 -0500
  > 1795514400
  > 1795514400123
  > 1795514400.25
  > Tue, 24 Nov 2026 10:00:00 GMT
  > Tue Nov 24 10:00:00 2026
  > EOF
  $ weir-parse --pattern '^(?<time>.*)$' times.log
  {"time":"2026-11-24T09:00:00Z"}
  {"time":"2026-11-24T10:00:00.123456789Z"}
  {"time":"2026-11-24T10:00:00.5Z"}
  {"time":"2026-11-24T15:00:00Z"}
  {"time":"2026-11-24T10:00:00Z"}
  {"time":"2026-11-24T10:00:00.123Z"}
  {"time":"2026-11-24T10:00:00.25Z"}
  {"time":"2026-11-24T10:00:00Z"}
  {"time":"2026-11-24T10:00:00Z"}

A moment that does not exist is a reject.

  $ printf '2026-02-30T10:00:00Z\n2026-11-24T25:00:00Z\nyesterday\n' >bad.log
  $ weir-parse --pattern '^(?<time>.*)$' bad.log
  weir-parse: bad.log:1: warning: field 'time' is no time that exists
  weir-parse: bad.log:2: warning: field 'time' is no time that exists
  weir-parse: bad.log:3: warning: field 'time' is no time that exists
  weir-parse: warning: 3 of 3 lines not understood (bad-time 3 (time)); --rejects FILE keeps them

A leap second is one second after the :59.

  $ echo 2016-12-31T23:59:60Z | weir-parse --pattern '^(?<time>.*)$'
  {"time":"2017-01-01T00:00:00Z"}
