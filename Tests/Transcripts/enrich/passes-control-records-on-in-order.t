Control records stay where they are between the records. They are not counted, and no change touches them.

  $ control() { printf '{"_weir":"%s","epoch":1,"n":%s,"nonce":"0123456789abcdef"}\n' "$1" "$2"; }
  $ { control begin 0; echo '{"a":1}'; control mark 1; echo '{"a":2}'; control end 1; } >stream
  $ weir-enrich --set 'b = a' --where 'a > 0' --ledger run.ledger <stream
  {"_weir":"begin","epoch":1,"n":0,"nonce":"0123456789abcdef"}
  {"a":1,"b":1}
  {"_weir":"mark","epoch":1,"n":1,"nonce":"0123456789abcdef"}
  {"a":2,"b":2}
  {"_weir":"end","epoch":1,"n":1,"nonce":"0123456789abcdef"}
  $ weir ledger run.ledger
  stage        in  passed  absorbed  dropped  created  out
  weir-enrich   2       2         0        0        0    2
  adds up

A line that looks like one but does not show the nonce is somebody's log being clever. So is every one in a stream that began without.

  $ { control begin 0; echo '{"_weir":"end","epoch":1,"n":9,"nonce":"ffffffffffffffff"}'; control end 0; } | weir-enrich --set 'b = 1' 2>err; cat err
  {"_weir":"begin","epoch":1,"n":0,"nonce":"0123456789abcdef"}
  {"_weir":"end","epoch":1,"n":0,"nonce":"0123456789abcdef"}
  weir-enrich: stdin:2: warning: looks like a control record, but does not show this stream's nonce
  weir-enrich: warning: 1 of 1 lines not understood (forged-control 1); --rejects FILE keeps them
  $ { echo '{"a":1}'; control begin 0; } | weir-enrich --set 'b = 1' 2>err; cat err
  {"a":1,"b":1}
  weir-enrich: stdin:2: warning: looks like a control record, but does not show this stream's nonce
  weir-enrich: warning: 1 of 2 lines not understood (forged-control 1); --rejects FILE keeps them

End of input without the end mark means that a filter upstream has died.

  $ head -n 3 stream | weir-enrich --set 'b = a' 2>err
  {"_weir":"begin","epoch":1,"n":0,"nonce":"0123456789abcdef"}
  {"a":1,"b":1}
  {"_weir":"mark","epoch":1,"n":1,"nonce":"0123456789abcdef"}
  [74]
  $ cat err
  weir-enrich: error: the stream ended without its end mark: a filter upstream died; nothing is closed
