`--throttle` lets so many records through in each second of event time, or another span; with `--by`, of each kind.

  $ cat >records <<'END'
  > {"time":"2026-11-24T10:00:00.1Z","service":"a","n":1}
  > {"time":"2026-11-24T10:00:00.2Z","service":"a","n":2}
  > {"time":"2026-11-24T10:00:00.3Z","service":"b","n":3}
  > {"time":"2026-11-24T10:00:00.9Z","service":"a","n":4}
  > {"time":"2026-11-24T10:00:01.0Z","service":"a","n":5}
  > {"time":"2026-11-24T10:00:00.9Z","service":"a","n":6}
  > {"time":"2026-11-24T10:00:01.1Z","service":"a","n":7}
  > END
  $ weir-enrich --throttle 2/s --by service --ledger ledger <records
  {"time":"2026-11-24T10:00:00.1Z","service":"a","n":1}
  {"time":"2026-11-24T10:00:00.2Z","service":"a","n":2}
  {"time":"2026-11-24T10:00:00.3Z","service":"b","n":3}
  {"time":"2026-11-24T10:00:01.0Z","service":"a","n":5}
  {"time":"2026-11-24T10:00:00.9Z","service":"a","n":6}
  $ jq -c .dropped ledger
  {"throttled":2}
  $ weir-enrich --throttle 1/m --keep n <records
  {"n":1}
  $ weir-enrich --throttle 3/10s --keep n <records
  {"n":1}
  {"n":2}
  {"n":3}
  $ weir-enrich --throttle fast <records
  weir-enrich: error: --throttle: 'fast' is no rate; write 100/s, 5/m or 1/10s
  [64]
