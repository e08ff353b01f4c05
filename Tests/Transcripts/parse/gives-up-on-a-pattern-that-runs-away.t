A pattern that would take for ever on some line is given up on that line, counted, and the next one is tried.

  $ { head -c 8000 /dev/zero | tr '\0' a; echo '!'; echo aaa; } >app.log
  $ timeout 5 weir-parse --pattern '^(?<letters>(a+)+)$' --rejects rejects.ndjson app.log
  weir-parse: app.log:1: warning: the pattern was given up: it takes too many steps on this line
  {"letters":"aaa"}
  weir-parse: warning: 1 of 2 lines not understood (match-limit 1)
  $ jq -c '[.reason, (._raw | length)]' rejects.ndjson
  ["match-limit",8001]

A pattern sees no more than 8 KiB of a line; `--max-match` raises that.

  $ { printf 'x='; head -c 10000 /dev/zero | tr '\0' 1; echo; echo x=2; } >long.log
  $ weir-parse --pattern '^x=(?<x>\d+)$' long.log
  weir-parse: long.log:1: warning: longer than the 8192 bytes that a pattern is let see (--max-match)
  {"x":"2"}
  weir-parse: warning: 1 of 2 lines not understood (too-long 1); --rejects FILE keeps them
  $ weir-parse --pattern '^x=(?<x>\d+)$' --max-match 64KiB long.log | wc -c
  10019
