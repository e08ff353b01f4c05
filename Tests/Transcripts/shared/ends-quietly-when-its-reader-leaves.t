A reader that has seen enough, as head(1) does, ends the whole pipe at once and without a word.

  $ line='192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "curl"'
  $ yes "$line" | timeout 20 weir-parse --format access --only status 2>err | head -n 1; cat err
  {"status":200}
  $ yes "$line" | timeout 20 weir-parse --only status 2>err | head -n 1; cat err
  {"status":200}
  $ yes '{"a":1}' | timeout 20 weir-enrich --set 'b = a' 2>err | head -n 1; cat err
  {"a":1,"b":1}
  $ yes "$line" | timeout 20 weir-tail --once --raw 2>err | weir-parse --only status 2>>err | weir-enrich --set 'b = 1' 2>>err | head -n 1; cat err
  {"status":200,"b":1}

It ends as other filters do, by SIGPIPE.

  $ { yes '{"a":1}' | weir-enrich --set 'b = a'; echo $? >status; } | head -n 1 >out; cat status
  141

The ledger says what had gone out by then.

  $ yes '{"a":1}' | weir-enrich --set 'b = a' --ledger run.ledger | head -n 1 >out
  $ weir ledger run.ledger
  stage * (glob)
  weir-enrich  *  reader closed early (glob)
  adds up
