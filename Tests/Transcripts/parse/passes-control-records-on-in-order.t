Control records, by which a pipeline counts each record exactly once, leave between the same records as they came.

  $ line='192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "curl"'
  $ control() { printf '{"_weir":"%s","epoch":1,"n":%s,"nonce":"0123456789abcdef"}\n' "$1" "$2"; }
  $ { control begin 0; echo "$line"; control mark 1; echo "$line"; control end 1; } >stream
  $ weir-parse --format access --only status <stream
  {"_weir":"begin","epoch":1,"n":0,"nonce":"0123456789abcdef"}
  {"status":200}
  {"_weir":"mark","epoch":1,"n":1,"nonce":"0123456789abcdef"}
  {"status":200}
  {"_weir":"end","epoch":1,"n":1,"nonce":"0123456789abcdef"}

Also while the format is still being detected: what came before a mark has to leave before it.

  $ weir-parse --only status <stream
  {"_weir":"begin","epoch":1,"n":0,"nonce":"0123456789abcdef"}
  {"status":200}
  {"_weir":"mark","epoch":1,"n":1,"nonce":"0123456789abcdef"}
  {"status":200}
  {"_weir":"end","epoch":1,"n":1,"nonce":"0123456789abcdef"}

They are not counted as records.

  $ weir-parse --ledger run.ledger <stream >out; weir ledger run.ledger
  stage       in  passed  absorbed  dropped  created  out
  weir-parse   2       2         0        0        0    2
  adds up
