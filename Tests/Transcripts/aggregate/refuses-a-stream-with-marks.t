A stream with control records wants every stage to keep its state over a restart. weir-aggregate cannot do that yet, and says so
before it counts anything.

  $ control() { printf '{"_weir":"%s","epoch":1,"n":%s,"nonce":"0123456789abcdef"}\n' "$1" "$2"; }
  $ { control begin 0; echo '{"a":1}'; control mark 1; echo '{"a":2}'; control end 1; } >stream
  $ weir-aggregate count <stream
  weir-aggregate: error: this stream carries marks, and weir-aggregate cannot keep its state over a restart; run it without --state upstream
  [78]

A line that only looks like a control record is a reject.

  $ { echo '{"a":1}'; control begin 0; } | weir-aggregate count 2>err; cat err
  {"count":1,"_by":[]}
  weir-aggregate: stdin:2: warning: looks like a control record, but does not show this stream's nonce
  weir-aggregate: warning: 1 of 2 lines not understood (forged-control 1); --rejects FILE keeps them
