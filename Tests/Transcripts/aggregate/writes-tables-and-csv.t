A table is for eyes: numbers to the right, four digits, and no bookkeeping.

  $ cat >records <<EOF
  > {"path":"/index.html","took":0.123456789,"time":"2026-11-24T10:00:00Z"}
  > {"path":"/","took":1234.5678,"time":"2026-11-24T10:00:03Z"}
  > {"took":2,"time":"2026-11-24T10:00:03Z"}
  > EOF
  $ weir-aggregate --by path count 'mean(took)' rate --output table --input records
  path         count  took_mean   rate
  /                1     1234.6  0.333
  /index.html      1      0.123  0.333
  -                1          2  0.333
  $ weir-aggregate --by path count 'mean(took)' --color always --output table --input records | head -n 1
  \x1b[1mpath         count  took_mean\x1b[0m (esc)

CSV and TSV are for spreadsheets: all digits, nothing for what is not there.

  $ weir-aggregate --by path count 'mean(took)' --output csv --input records
  path,count,took_mean
  /,1,1234.5678
  /index.html,1,0.123456789
  ,1,2
  $ weir-aggregate --by path count 'mean(took)' --output tsv --input records
  path	count	took_mean
  /	1	1234.5678
  /index.html	1	0.123456789
  	1	2

`--output json` is what a pipe gets anyway.

  $ weir-aggregate count --output json --input records
  {"count":3,"_by":[]}
  $ weir-aggregate count --output xml --input records >err 2>&1; head -n 1 err
  weir-aggregate: error: The value 'xml' is invalid for '--output <form>'. Please provide one of 'auto', 'json', 'table', 'csv' or 'tsv'.
