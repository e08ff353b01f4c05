A run that broke off leaves records behind its last committed mark. The next one takes them back, and writes them again.

  $ control() { printf '{"_weir":"%s","epoch":%s,"%s":%s,"nonce":"%s"}\n' "$1" "$2" "$3" "$4" "$nonce"; }
  $ export WEIR_STATE=state; echo '{"before":0}' >out
  $ weir-tail --once /dev/null 2>/dev/null | sed 's/.*nonce":"\([0-9a-f]*\)".*/\1/;q' >nonce; nonce=$(cat nonce)
  $ { control begin 1 from 0; echo '{"a":1}'; control mark 1 n 1; echo '{"a":2}'; } | weir-commit out
  weir-commit: error: the stream ended without its end mark: a filter upstream died; nothing is closed
  [74]
  $ cat out
  {"before":0}
  {"a":1}
  {"a":2}
  $ { control begin 1 from 1; echo '{"a":"two"}'; control end 1 n 2; } | weir-commit out; cat out
  {"before":0}
  {"a":1}
  {"a":"two"}

Half a record is never one, and never the beginning of the next.

  $ { control begin 1 from 2; printf '{"a":3'; } | weir-commit out
  weir-commit: stdin:2: warning: the stream broke off in the middle of a line
  weir-commit: error: the stream ended without its end mark: a filter upstream died; nothing is closed
  weir-commit: warning: 1 of 1 lines not understood (cut-short 1); --rejects FILE keeps them
  [74]
  $ tail -n 1 out
  {"a":"two"}

A stream of an earlier run is refused, whatever it brings.

  $ weir-tail --once /dev/null >later 2>/dev/null
  $ { control begin 1 from 2; echo '{"a":4}'; control end 1 n 3; } | weir-commit out
  weir-commit: error: state: a later run has taken over
  [75]
