Each filter counts what it takes and where it goes: in = passed + absorbed + dropped, and out = passed + created. `--ledger`, or
WEIR_LEDGER for a whole pipeline, has each filter append a line; `weir ledger` adds them up, in the order of the pipe.

  $ cat >access.log <<EOF
  > 192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "curl"
  > this is no access line
  > 192.0.2.11 - - [24/Nov/2026:10:00:20 +0000] "GET / HTTP/1.1" 500 1 "-" "curl"
  > 192.0.2.12 - - [24/Nov/2026:10:01:00 +0000] "GET / HTTP/1.1" 404 1 "-" "curl"
  > EOF
  $ export WEIR_LEDGER=run.ledger
  $ weir-tail --once access.log | weir-parse 2>err | weir-enrich --where 'status < 500' | weir-aggregate --every 1m --by status count \
  >   | weir-alert --when 'count > 0' >out
  $ unset WEIR_LEDGER
  $ weir ledger run.ledger
  stage           in  passed  absorbed  dropped  created  out
  weir-tail        4       4         0        0        0    4
  weir-parse       4       3         0        1        0    3  no-match 1
  weir-enrich      3       2         0        1        0    2  filtered 1
  weir-aggregate   2       0         2        0        2    2
  weir-alert       2       0         2        0        3    3
  adds up

One line has all that there is to know of a filter's run. A flag goes before the variable.

  $ WEIR_LEDGER=other weir-parse --ledger one.ledger access.log >out 2>err; cat one.ledger
  {"stage":"weir-parse","in":4,"passed":3,"absorbed":0,"created":0,"out":3,"dropped":{"no-match":1},"status":0}
  $ test -e other
  [1]

What does not add up is said, and the status is 1.

  $ sed 's/"in":4/"in":5/' one.ledger >wrong; weir ledger wrong
  stage       in  passed  absorbed  dropped  created  out
  weir-parse   5       3         0        1        0    3  no-match 1
  weir-parse: took 5, accounts for 4
  does not add up
  [1]

Nothing read and a line that is none are errors.

  $ weir ledger access.log
  weir ledger: error: access.log:1: not a line of a ledger
  [65]
  $ weir ledger missing
  weir ledger: error: missing: No such file or directory
  [66]
