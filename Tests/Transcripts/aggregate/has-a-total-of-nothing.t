No records are a count of 0, as with wc(1). Series and windows there are none.

  $ weir-aggregate count 'sum(bytes)' 'mean(bytes)' </dev/null
  {"count":0,"bytes_sum":0,"bytes_mean":null,"_by":[]}
  $ weir-aggregate --by path count </dev/null
  $ weir-aggregate --every 1m count </dev/null
