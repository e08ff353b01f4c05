`--throttle` lets so many records through in each second of event time, or another span; with `--by`, of each kind.

  $ cat >records
  > {"time":"2026-11-24T10:00:00.1Z","service":"a","n":1}
  > {"time":"2026-11-24T10:00:00.2Z","service":"a","n":2}
  > {"time":"2026-11-24T10:00:00.3Z","service":"b","n":3}
  > {"time":"2026-11-24T10:00:00.9Z","service":"a","n":4}
  > {"time":"2026-11-24T10:00:01.0Z","service":"a","n":5}
  > {"time":"2026-11-24T10:00:00.9Z","service":"a","n":6}
  > {"time":"2026-11-24T10:00:01.1Z","service":"a","n":7}
  $ weir-enrich --throttle 2/s --by service --ledger ledger <records
  $ jq -c .dropped ledger
  $ weir-enrich --throttle 1/m --keep n <records
  $ weir-enrich --throttle 3/10s --keep n <records
  $ weir-enrich --throttle fast <records
