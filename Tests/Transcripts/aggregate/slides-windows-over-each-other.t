With `--window`, windows are wider than they are apart: each record is in several.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:10Z","bytes":1}
  > {"time":"2026-11-24T10:01:10Z","bytes":2}
  > {"time":"2026-11-24T10:04:10Z","bytes":4}
  > EOF
  $ weir-aggregate --window 3m --every 1m count 'sum(bytes)' --input records
  {"time":"2026-11-24T09:58:00Z","window":"3m","count":1,"bytes_sum":1,"_by":[]}
  {"time":"2026-11-24T09:59:00Z","window":"3m","count":2,"bytes_sum":3,"_by":[]}
  {"time":"2026-11-24T10:00:00Z","window":"3m","count":2,"bytes_sum":3,"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"3m","count":1,"bytes_sum":2,"_by":[]}
  {"time":"2026-11-24T10:02:00Z","window":"3m","count":1,"bytes_sum":4,"_by":[]}
  {"time":"2026-11-24T10:03:00Z","window":"3m","count":1,"bytes_sum":4,"_by":[]}
  {"time":"2026-11-24T10:04:00Z","window":"3m","count":1,"bytes_sum":4,"_by":[]}
  $ weir-aggregate --window 90s --every 1m count --input records
  weir-aggregate: error: --window: 1m30s is no multiple of --every, 1m, from 1 to 10000 times
  [64]

Partial states do not overlap, whatever `--window` says: sliding windows are made of them when they are merged.

  $ weir-aggregate --every 1m --partial count 'sum(bytes)' --input records | weir-aggregate --merge --window 3m --every 1m >merged
  $ weir-aggregate --window 3m --every 1m count 'sum(bytes)' --input records | cmp - merged
  $ weir-aggregate --window 3m --every 1m --partial count 'sum(bytes)' --input records | tee parts | weir-aggregate --merge --window 3m --every 1m | cmp - merged
  $ cut -d, -f1-3 <parts
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":1
  {"time":"2026-11-24T10:01:00Z","window":"1m","count":1
  {"time":"2026-11-24T10:04:00Z","window":"1m","count":1
