Control records, by which a pipeline counts each record exactly once, leave between the same records as they came, and are not
counted as records.

  $ export WEIR_STATE=state
  $ echo '192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "curl"' >access.log
  $ short() { sed 's/,"nonce.*//'; }
  $ weir-tail --once access.log | weir-parse --only status --ledger run.ledger | short
  {"_weir":"begin","epoch":1,"from":0
  {"status":200,"_file":"access.log","_offset":0}
  {"_weir":"end","epoch":1,"n":1
  $ weir ledger run.ledger
  stage       in  passed  absorbed  dropped  created  out
  weir-parse   1       1         0        0        0    1
  adds up

What is remembered from line to line is saved at each mark, so weir-parse wants to know where.

  $ unset WEIR_STATE; weir-tail --once --state other access.log | weir-parse --only status
  weir-parse: error: this stream has marks, and weir-parse must keep its place in it: give it the --state of weir-tail, or set WEIR_STATE for the whole pipeline
  [78]
