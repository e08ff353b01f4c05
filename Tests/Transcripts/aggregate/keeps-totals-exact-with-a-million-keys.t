A label that is different in every record costs no more than the limit, and totals stay exact.

  $ seq 1 1000000 | sed 's/.*/{"path":"\/","session":"s&","bytes":&}/' >records
  $ weir-aggregate --by path,session --max-series 2000 count 'sum(bytes)' --input records >out
  weir-aggregate: warning: more than 2000 series: 'session' has too many values; the rest is in the series with _overflow (--max-series)
  $ jq -s -c '[length, (map(.count) | add), (map(.bytes_sum) | add)]' out
  [2001,1000000,500000500000]
