With `--metrics` each column is a metric of OpenTelemetry's model.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:10Z","path":"/","bytes":100,"duration":0.25}
  > {"time":"2026-11-24T10:00:20Z","path":"/","bytes":50,"duration":0.5}
  > EOF
  $ weir-aggregate --every 1m --by path --metrics count 'sum(bytes)' 'p99(duration)' 'histogram(duration, 0.3, 1)' --input records
  {"time":"2026-11-24T10:00:00Z","window":"1m","name":"count","unit":"{record}","type":"sum","labels":{"path":"/"},"value":2,"_by":["path"]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","name":"bytes_sum","unit":"By","type":"sum","labels":{"path":"/"},"value":150,"_by":["path"]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","name":"duration_p99","unit":"s","type":"gauge","labels":{"path":"/"},"value":0.5,"_by":["path"]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","name":"duration_histogram","unit":"s","type":"histogram","labels":{"path":"/"},"buckets":{"bounds":[0.3,1],"counts":[1,1,0],"sum":0.75},"_by":["path"]}
