`(a+)+$` on 50,000 `a` and a `!`: the match limit is counted as the reason of a reject, and the next line is parsed.

  $ { head -c 50000 /dev/zero | tr '\0' a; echo '!'; echo aaa; } >app.log
  $ timeout 5 weir-parse --max-match 64KiB --pattern '(?<x>(a+)+$)' --ledger run.ledger app.log
  weir-parse: app.log:1: warning: the pattern was given up: it takes too many steps on this line
  {"x":"aaa"}
  weir-parse: warning: 1 of 2 lines not understood (match-limit 1); --rejects FILE keeps them
  $ weir ledger run.ledger
  stage       in  passed  absorbed  dropped  created  out
  weir-parse   2       1         0        1        0    1  match-limit 1
  adds up

A machine stack that is exhausted is counted in the same way, and nothing crashes.

  $ { head -c 60000 /dev/zero | tr '\0' a; echo; echo ab; } >deep.log
  $ timeout 5 weir-parse --max-match 64KiB --pattern '^(?<x>(?:a|b)*)$' deep.log
  weir-parse: deep.log:1: warning: the pattern was given up: it takes too many steps on this line
  {"x":"ab"}
  weir-parse: warning: 1 of 2 lines not understood (match-limit 1); --rejects FILE keeps them
