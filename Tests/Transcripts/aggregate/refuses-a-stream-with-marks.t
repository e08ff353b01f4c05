A stream with control records wants every stage to keep its state over a restart, and so to know where.

  $ control() { printf '{"_weir":"%s","epoch":1,"n":%s,"nonce":"0123456789abcdef"}\n' "$1" "$2"; }
  $ { control begin 0; echo '{"a":1}'; control mark 1; echo '{"a":2}'; control end 1; } >stream
  $ weir-aggregate count <stream
  weir-aggregate: error: this stream has marks, and weir-aggregate must keep its place in it: give it the --state of weir-tail, or set WEIR_STATE for the whole pipeline
  [78]

A line that only looks like a control record is a reject.

  $ { echo '{"a":1}'; control begin 0; } | weir-aggregate count 2>err; cat err
  {"count":1,"_by":[]}
  weir-aggregate: stdin:2: warning: looks like a control record, but does not show this stream's nonce
  weir-aggregate: warning: 1 of 2 lines not understood (forged-control 1); --rejects FILE keeps them
