`--by` gives a record for each combination of its fields, in the order of their values. `_by` says which fields are labels.

  $ cat >records <<EOF
  > {"path":"/b","status":500}
  > {"path":"/a","status":200}
  > {"status":200}
  > {"path":"/a","status":404}
  > {"path":"\u002fa","status":200}
  > EOF
  $ weir-aggregate --by path count --input records
  {"path":"/a","count":3,"_by":["path"]}
  {"path":"/b","count":1,"_by":["path"]}
  {"path":null,"count":1,"_by":["path"]}
  $ weir-aggregate --by path,status count --input records
  {"path":"/a","status":200,"count":2,"_by":["path","status"]}
  {"path":"/a","status":404,"count":1,"_by":["path","status"]}
  {"path":"/b","status":500,"count":1,"_by":["path","status"]}
  {"path":null,"status":200,"count":1,"_by":["path","status"]}

Columns and labels do not stand on each other's places.

  $ weir-aggregate --by path 'sum(status) as path' --input records >err 2>&1
  [64]
  $ weir-aggregate --by path,path count --input records >err 2>&1
  [64]
  $ weir-aggregate --every 1m --by time count --input records >err 2>&1
  [64]
  $ weir-aggregate count count --input records
  weir-aggregate: error: 'count' is a column already; leave one of the two out, or name the column with 'as NAME'
  [64]
  $ weir-aggregate --by _file count --input records
  weir-aggregate: error: --by: '_file' is a key that weir keeps for itself (weir-record(5))
  [64]
