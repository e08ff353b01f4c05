`--sort` puts the largest values of a column first, or with + the smallest; `--limit` takes the first of each window.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:10Z","path":"/a","bytes":1}
  > {"time":"2026-11-24T10:00:20Z","path":"/b","bytes":30}
  > {"time":"2026-11-24T10:00:20Z","path":"/c"}
  > {"time":"2026-11-24T10:00:30Z","path":"/d","bytes":200}
  > {"time":"2026-11-24T10:01:30Z","path":"/a","bytes":4}
  > EOF
  $ weir-aggregate --every 1m --by path --sort bytes_max 'max(bytes)' --input records
  {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/d","bytes_max":200,"_by":["path"]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/b","bytes_max":30,"_by":["path"]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/a","bytes_max":1,"_by":["path"]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/c","bytes_max":null,"_by":["path"]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","path":"/a","bytes_max":4,"_by":["path"]}
  $ weir-aggregate --every 1m --by path --sort +bytes_max --limit 1 'max(bytes)' --input records
  {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/a","bytes_max":1,"_by":["path"]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","path":"/a","bytes_max":4,"_by":["path"]}
  $ weir-aggregate --by path --sort bytes_mx 'max(bytes)' --input records
  weir-aggregate: error: --sort: there is no column 'bytes_mx'; there are bytes_max
  [64]

`--spark` draws how the first column of a series went in the windows up to this one.

  $ for minute in 0 1 2 3 4; do for n in $(seq $((minute * minute + 1))); do echo "{\"time\":\"2026-11-24T10:0$minute:00Z\"}"; done; done >rising
  $ weir-aggregate --every 1m --spark count --input rising
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":1,"spark":"▁","_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","count":2,"spark":"▁█","_by":[]}
  {"time":"2026-11-24T10:02:00Z","window":"1m","count":5,"spark":"▁▃█","_by":[]}
  {"time":"2026-11-24T10:03:00Z","window":"1m","count":10,"spark":"▁▁▄█","_by":[]}
  {"time":"2026-11-24T10:04:00Z","window":"1m","count":17,"spark":"▁▁▃▅█","_by":[]}
