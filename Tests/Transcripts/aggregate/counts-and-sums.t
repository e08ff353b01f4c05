Without `--every` there is one total, at the end of the input.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:00Z","path":"/a","status":200,"bytes":0.1}
  > {"time":"2026-11-24T10:00:05Z","path":"/b","status":500,"bytes":0.2}
  > {"time":"2026-11-24T10:00:10Z","path":"/a","status":404,"bytes":"12"}
  > {"time":"2026-11-24T10:00:20Z","path":"/a","status":200,"bytes":null}
  > EOF
  $ weir-aggregate count --input records
  {"count":4,"_by":[]}

A column is called after its field and function. What is not a number does not count; a text of digits is a number.

  $ weir-aggregate 'sum(bytes)' 'mean(bytes)' 'min(bytes)' 'max(bytes)' --input records
  {"bytes_sum":12.3,"bytes_mean":4.1,"bytes_min":0.1,"bytes_max":12,"_by":[]}

Sums are exact: a tenth and two tenths are three tenths, and large integers lose no digit.

  $ weir-aggregate 'sum(bytes)' --where 'bytes < 1' --input records
  {"bytes_sum":0.3,"_by":[]}
  $ printf '{"n":9007199254740993}\n{"n":9223372036854775807}\n{"n":0.1}\n' | weir-aggregate 'sum(n)' 'max(n)'
  {"n_sum":9232379236109516800.1,"n_max":9223372036854775807,"_by":[]}

`as` gives a column another name. What is not a plain field needs one.

  $ weir-aggregate 'sum(bytes * 2) as doubled' 'max(length(path)) as longest' --input records
  {"doubled":24.6,"longest":2,"_by":[]}
  $ weir-aggregate 'sum(bytes * 2)' --input records
  weir-aggregate: error: 'sum(bytes * 2)' needs a name: 'sum(bytes * 2) as NAME', as one word of the shell
  [64]

`rate` is records a second: from the first to the last of them here, over the window's width with `--every`.

  $ weir-aggregate rate --input records
  {"rate":0.2,"_by":[]}
  $ weir-aggregate rate --every 1m --input records
  {"time":"2026-11-24T10:00:00Z","window":"1m","rate":0.06666666666666667,"_by":[]}
