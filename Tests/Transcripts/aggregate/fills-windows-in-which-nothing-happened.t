With `--fill` there is a record for each window, and in it one for each series that was there before.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:10Z","path":"/","bytes":1}
  > {"time":"2026-11-24T10:02:10Z","path":"/cart","bytes":2}
  > EOF
  $ weir-aggregate --every 1m --fill count 'sum(bytes)' 'max(bytes)' --input records
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":1,"bytes_sum":1,"bytes_max":1,"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","count":0,"bytes_sum":0,"bytes_max":null,"_by":[]}
  {"time":"2026-11-24T10:02:00Z","window":"1m","count":1,"bytes_sum":2,"bytes_max":2,"_by":[]}
  $ weir-aggregate --every 1m --fill --by path count --input records
  {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/","count":1,"_by":["path"]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","path":"/","count":0,"_by":["path"]}
  {"time":"2026-11-24T10:02:00Z","window":"1m","path":"/","count":0,"_by":["path"]}
  {"time":"2026-11-24T10:02:00Z","window":"1m","path":"/cart","count":1,"_by":["path"]}
  $ weir-aggregate --fill count --input records
  weir-aggregate: error: --fill: there are no windows without --every
  [64]
