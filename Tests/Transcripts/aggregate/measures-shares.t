`ratio(EXPR)` is the share of records for which an expression is true. It needs a name.

  $ printf '{"status":200}\n{"status":500}\n{"status":404}\n{"status":503}\n{}\n' >records
  $ weir-aggregate 'ratio(status >= 500) as errors' --input records
  {"errors":0.4,"_by":[]}
  $ weir-aggregate 'ratio(status >= 500)' --input records
  weir-aggregate: error: 'ratio(status >= 500)' needs a name: 'ratio(status >= 500) as NAME', as one word of the shell
  [64]

`red` is rate, errors and duration: the golden signals.

  $ cat >access <<EOF
  > {"time":"2026-11-24T10:00:00Z","status":200,"duration":0.5}
  > {"time":"2026-11-24T10:00:30Z","status":502,"duration":1.5}
  > {"time":"2026-11-24T10:00:40Z","level":"error"}
  > EOF
  $ weir-aggregate --every 1m red --input access
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":3,"rate":0.05,"error_ratio":0.6666666666666666,"duration_p50":0.5,"duration_p95":1.5,"duration_p99":1.5,"_by":[]}
