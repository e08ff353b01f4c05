`--for` is how long the condition must hold, in the time of the events. A shorter spell is no alert.

  $ metric() { printf '{"time":"2026-11-24T10:%s:00Z","window":"1m","errors":%s,"_by":[]}\n' "$1" "$2"; }
  $ { metric 00 9; metric 01 9; metric 02 0; metric 03 9; metric 04 9; metric 05 9; metric 06 0; } >metrics
  $ weir-alert --when 'errors > 5' --for 2m --input metrics
  {"time":"2026-11-24T10:05:00Z","alert":"errors > 5","state":"firing","labels":{},"value":9,"starts_at":"2026-11-24T10:03:00Z","ends_at":null,"fingerprint":"fb640889d07a9543","window":"1m","values":[["2026-11-24T10:01:00Z",9],["2026-11-24T10:02:00Z",0],["2026-11-24T10:03:00Z",9],["2026-11-24T10:04:00Z",9],["2026-11-24T10:05:00Z",9]]}
  {"time":"2026-11-24T10:06:00Z","alert":"errors > 5","state":"resolved","labels":{},"value":0,"starts_at":"2026-11-24T10:03:00Z","ends_at":"2026-11-24T10:06:00Z","fingerprint":"fb640889d07a9543","window":"1m","values":[["2026-11-24T10:02:00Z",0],["2026-11-24T10:03:00Z",9],["2026-11-24T10:04:00Z",9],["2026-11-24T10:05:00Z",9],["2026-11-24T10:06:00Z",0]]}

What still fires at the end of the input is not resolved: nobody knows.

  $ head -n 6 metrics | weir-alert --when 'errors > 5' --for 2m
  {"time":"2026-11-24T10:05:00Z","alert":"errors > 5","state":"firing","labels":{},"value":9,"starts_at":"2026-11-24T10:03:00Z","ends_at":null,"fingerprint":"fb640889d07a9543","window":"1m","values":[["2026-11-24T10:01:00Z",9],["2026-11-24T10:02:00Z",0],["2026-11-24T10:03:00Z",9],["2026-11-24T10:04:00Z",9],["2026-11-24T10:05:00Z",9]]}

A duration has a unit.

  $ weir-alert --when 'errors > 5' --for 2 --input metrics >err 2>&1; head -n 1 err
  weir-alert: error: The value '2' is invalid for '--for <duration>': the duration '2' needs a unit after the number (w, d, h, m, s, ms, us or ns); write for example 90s, 5m, 1h30m or 250ms

Totals have no time, so nothing can have held for long.

  $ echo '{"error_ratio":0.5,"_by":[]}' | weir-alert --when 'error_ratio > 0.01' --for 5m
  weir-alert: warning: 'error_ratio > 0.01' is to hold for 5m and cannot: no record had a 'time', so all are of one moment; weir-aggregate makes windows with --every 1m
  $ echo '{"error_ratio":0.5,"_by":[]}' | weir-alert --when 'error_ratio > 0.01' | jq -c .state
  "firing"
