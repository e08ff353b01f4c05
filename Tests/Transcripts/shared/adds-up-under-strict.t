`--strict` stops at the first line that is not understood, with status 65. The ledger adds up all the same.

  $ printf '{"a":1}\nx\n{"a":2}\n' >records
  $ weir-enrich --set 'b = a' --strict --ledger run.ledger --input records
  weir-enrich: records:2: warning: not a record: not a JSON object at byte 0 (is there a weir-parse before this filter?)
  {"a":1,"b":1}
  weir-enrich: warning: 1 of 2 lines not understood (bad-json 1); --rejects FILE keeps them
  [65]
  $ weir ledger run.ledger
  stage        in  passed  absorbed  dropped  created  out
  weir-enrich   2       1         0        1        0    1  bad-json 1
  adds up
  $ cat >access.log <<EOF
  > 192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "curl"
  > this is no access line
  > 192.0.2.11 - - [24/Nov/2026:10:00:20 +0000] "GET / HTTP/1.1" 500 1 "-" "curl"
  > EOF
  $ weir-parse --strict --only status --ledger parse.ledger access.log 2>err
  {"status":200}
  [65]
  $ weir ledger parse.ledger
  stage       in  passed  absorbed  dropped  created  out
  weir-parse   2       1         0        1        0    1  no-match 1
  adds up

What was told to go does not stop it: neither `--where` nor a blank line is a fault of the data.

  $ printf '{"a":1}\n\n{"a":2}\n' | weir-enrich --where 'a > 1' --strict
  {"a":2}
