An unknown function is a usage error, with the nearest one there is; so is one that is written wrong.

  $ weir-aggregate cuont
  weir-aggregate: error: unknown function or preset 'cuont'; did you mean 'count'?
    cuont
    ^^^^^
  [64]
  $ weir-aggregate median
  weir-aggregate: error: 'median': it is written median(EXPR)
  [64]
  $ weir-aggregate sum
  weir-aggregate: error: 'sum': it is written sum(EXPR)
  [64]
  $ weir-aggregate 'count(bytes)'
  {"bytes_count":0,"_by":[]}
  $ weir-aggregate 'sum(bytes'
  weir-aggregate: error: this '(' is never closed
    sum(bytes
       ^
  [64]
  $ weir-aggregate 'sum(bytes) as _by'
  weir-aggregate: error: '_by' is a key that weir keeps for itself; see weir-record(5) for the list
    sum(bytes) as _by
                  ^^^
  [64]
  $ weir-aggregate >err 2>&1; head -n 1 err
  weir-aggregate: error: nothing to compute: name a function, such as count, or a preset, such as red

A file is no function.

  $ weir-aggregate count access.ndjson
  weir-aggregate: error: 'access.ndjson' is no function; if it is a file, write --input access.ndjson
  [64]
