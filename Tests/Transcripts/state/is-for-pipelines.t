`--state` is for a pipeline that begins with weir-tail. A file as argument has no marks in it.

  $ echo '{"a":1}' >app.json
  $ weir-enrich --set 'b = a' --state state --input app.json
  weir-enrich: error: --state is for a pipeline that begins with weir-tail; the file app.json has no marks in it
  [64]

`WEIR_STATE` is for the whole script, so filters that read files do not look at it.

  $ export WEIR_STATE=state
  $ weir-enrich --set 'b = a' --input app.json
  {"a":1,"b":1}

On standard input it expects marks, and says who might have dropped them.

  $ weir-enrich --set 'b = a' <app.json
  weir-enrich: error: --state (or WEIR_STATE) is set, but this stream has no marks: does it come from weir-tail --state, and does every program in between pass the lines on that begin with {"_weir"?
  [78]
  $ weir-tail --once --raw app.json | grep '"a"' | weir-commit out
  weir-commit: error: --state (or WEIR_STATE) is set, but this stream has no marks: does it come from weir-tail --state, and does every program in between pass the lines on that begin with {"_weir"?
  [78]

A stage that has a state of its own would not know what the others know.

  $ weir-tail --once --raw app.json 2>/dev/null | weir-commit --state other out
  weir-commit: error: other: No such file or directory
  [78]
  $ weir-tail --once --raw --state other app.json | weir-commit --state other out; weir-tail --once --raw app.json 2>/dev/null | weir-commit --state other out
  weir-commit: error: other: is not the state of this stream; --state must name the same directory for all stages (WEIR_STATE does)
  [78]

Nothing may be added to a stream behind its end.

  $ { weir-tail --once --raw app.json 2>/dev/null; echo '{"a":2}'; } | weir-commit new; cat new
  weir-commit: error: a record came behind the end of a stream with marks; nothing may be added to one
  {"a":1}

A stream that stops at a bad line under `--strict` closes nothing: the run has not come to its end.

  $ echo 'no record' >>app.json
  $ weir-tail --once --raw app.json | weir-enrich --strict --set 'b = a' | weir-commit new
  weir-enrich: stdin:2: warning: not a record: not a JSON object at byte 0 (is there a weir-parse before this filter?)
  weir-enrich: warning: 1 of 1 lines not understood (bad-json 1); --rejects FILE keeps them
  weir-commit: error: the stream ended without its end mark: a filter upstream died; nothing is closed
  [74]
