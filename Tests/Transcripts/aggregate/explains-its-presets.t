A preset is a word for columns that belong together. `--explain` shows which, in words that can be given themselves.

  $ weir-aggregate --explain red 'sum(bytes)'
  red: rate, errors and duration of what answers requests
    count
    rate
    'ratio(status >= 500 || level in ("error", "fatal")) as error_ratio'
    'p50(duration)'
    'p95(duration)'
    'p99(duration)'
  'sum(bytes)'
  $ weir-aggregate --explain | grep -v '^ '
  red: rate, errors and duration of what answers requests
  golden: the four golden signals: latency, traffic, errors and saturation
  use: utilization, saturation and errors of what is used
  traffic: hits, visitors and bytes
  http: requests by the class of their status, with durations and bytes
  $ weir-aggregate --explain rde
  weir-aggregate: error: unknown function or preset 'rde'; did you mean 'red'?
    rde
    ^^^
  [64]

The fields are those that all formats have; what a log does not have is null.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:10Z","client":"10.0.0.1","status":200,"bytes":100,"duration":0.25}
  > {"time":"2026-11-24T10:00:20Z","client":"10.0.0.2","status":503,"bytes":50,"duration":0.5}
  > EOF
  $ weir-aggregate golden --input records
  {"duration_p50":0.25,"duration_p99":0.5,"rate":0.2,"error_ratio":0.5,"saturation":null,"_by":[]}
  $ weir-aggregate use --input records
  {"utilization_mean":null,"utilization_max":null,"saturation":null,"errors":0,"_by":[]}
  weir-aggregate: warning: errors is 0 because no record had a field 'level'; 'weir-aggregate --explain use' shows how to write it of others
  $ weir-aggregate traffic --input records
  {"hits":2,"visitors":2,"bytes":150,"_by":[]}
  $ weir-aggregate http --input records
  {"count":2,"rate":0.2,"status_2xx":1,"status_3xx":0,"status_4xx":0,"status_5xx":1,"duration_p50":0.25,"duration_p95":0.5,"duration_p99":0.5,"bytes_sum":150,"_by":[]}
