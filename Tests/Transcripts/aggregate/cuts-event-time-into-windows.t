`--every` makes windows of event time. A record says when its window began and how wide it is.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:10Z","bytes":1}
  > {"time":"2026-11-24T10:00:59.999999999Z","bytes":2}
  > {"time":"2026-11-24T10:01:00Z","bytes":4}
  > {"time":"2026-11-24T10:05:00Z","bytes":8}
  > EOF
  $ weir-aggregate --every 1m count 'sum(bytes)' --input records
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":2,"bytes_sum":3,"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","count":1,"bytes_sum":4,"_by":[]}
  {"time":"2026-11-24T10:05:00Z","window":"1m","count":1,"bytes_sum":8,"_by":[]}
  $ weir-aggregate --every 1h count --input records
  {"time":"2026-11-24T10:00:00Z","window":"1h","count":4,"_by":[]}
  $ weir-aggregate --every 2m30s count --input records
  {"time":"2026-11-24T10:00:00Z","window":"2m30s","count":3,"_by":[]}
  {"time":"2026-11-24T10:05:00Z","window":"2m30s","count":1,"_by":[]}

A record without a time belongs to no window, and is a reject.

  $ echo '{"a":1}' >timeless; echo '{"time":"noon"}' >>timeless
  $ weir-aggregate --every 1m count --input timeless --rejects rejects.ndjson
  weir-aggregate: timeless:1: warning: no 'time' that could tell the window
  weir-aggregate: timeless:2: warning: no 'time' that could tell the window
  weir-aggregate: warning: 2 of 2 lines not understood (bad-time 2)
  $ jq -c '[._raw, .reason]' rejects.ndjson
  ["{\"a\":1}","bad-time"]
  ["{\"time\":\"noon\"}","bad-time"]

A width is a duration.

  $ weir-aggregate --every 0s count --input records
  weir-aggregate: error: --every: a window of no width holds nothing
  [64]
  $ weir-aggregate --every 1x count --input records >err 2>&1; head -n 1 err
  weir-aggregate: error: The value '1x' is invalid for '--every <duration>': the duration '1x' has the unknown unit 'x' (w, d, h, m, s, ms, us and ns are known); write for example 90s, 5m, 1h30m or 250ms
