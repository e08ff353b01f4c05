The heaviest series have their quantiles, and so has what is left.

  $ printf '{"path":"/a","d":1}\n{"path":"/a","d":3}\n{"path":"/b","d":2}\n{"path":"/c","d":5}\n' >records
  $ weir-aggregate --by path --top 1 'p50(d) as p50' count --input records
  {"path":"/a","p50":1,"count":2,"_by":["path"]}
  {"_overflow":true,"p50":2,"count":2,"_by":["_overflow"]}
