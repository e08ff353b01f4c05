A window has 10,000 series at most, or as many as `--max-series` says. Which ones are kept is decided by a fixed hash of
their labels, so it is the same ones in any order; the others are added up, and totals stay exact.

  $ seq 1 100 | sed 's/.*/{"path":"\/","client":"10.0.0.&","bytes":&}/' >records
  $ weir-aggregate --by path,client --max-series 2 count 'sum(bytes)' --input records >out
  weir-aggregate: warning: more than 2 series: 'client' has too many values; the rest is in the series with _overflow (--max-series)
  $ cat out; jq -s 'map(.bytes_sum) | add' out
  {"path":"/","client":"10.0.0.12","count":1,"bytes_sum":12,"_by":["path","client"]}
  {"path":"/","client":"10.0.0.15","count":1,"bytes_sum":15,"_by":["path","client"]}
  {"_overflow":true,"count":98,"bytes_sum":5023,"_by":["_overflow"]}
  5050
  $ sort -r records | weir-aggregate --by path,client --max-series 2 count 'sum(bytes)' 2>/dev/null | cmp - out
  $ weir-aggregate --by client --max-series 0 count --input records
  weir-aggregate: error: --max-series: from 1 to 100000000
  [64]

`--top` shows the series with the most records of each window, and adds up the others.

  $ { cat records; tail -n 1 records; tail -n 2 records; } | weir-aggregate --by client --top 2 count 'sum(bytes)'
  {"client":"10.0.0.100","count":3,"bytes_sum":300,"_by":["client"]}
  {"client":"10.0.0.99","count":2,"bytes_sum":198,"_by":["client"]}
  {"_overflow":true,"count":98,"bytes_sum":4851,"_by":["_overflow"]}
