In a stream without marks weir-commit appends, and that is all; `--where` lets only some records through.

  $ printf '{"a":1}\n{"a":2}\n' | weir-commit out; echo '{"a":3}' | weir-commit out; cat out
  {"a":1}
  {"a":2}
  {"a":3}
  $ printf '{"a":1}\n{"a":2}\n' | weir-commit --where 'a > 1' out; tail -n 1 out
  {"a":2}
  $ echo 'any line' | weir-commit out; tail -n 1 out
  any line

With `--state` it wants marks, and says where they come from.

  $ echo '{"a":1}' | weir-commit --state state out
  weir-commit: error: --state (or WEIR_STATE) is set, but this stream has no marks: does it come from weir-tail --state, and does every program in between pass the lines on that begin with {"_weir"?
  [78]

It keeps lines as they come.

  $ weir-commit --output csv out </dev/null
  weir-commit: error: --output csv: weir-commit keeps lines as they come
  [64]
  $ weir-commit /nowhere/out </dev/null
  weir-commit: error: /nowhere/out: No such file or directory
  [74]
