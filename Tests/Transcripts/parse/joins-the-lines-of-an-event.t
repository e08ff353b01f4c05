A stack trace is one thing that happened. With --multiline, a line that matches begins an event, and those that do not
belong to it; they go to the end of its message, empty ones in between included.

  $ cat >app.log <<'EOF'
  > 2024-01-02 03:04:05 ERROR boom
  >   at a.b(C.java:1)
  > 
  >   at d
  > 2024-01-02 03:04:06 INFO ok
  > EOF
  $ pattern='^(?<time>\S+ \S+) (?<level>\w+) (?<message>.*)'
  $ weir-parse --pattern "$pattern" --multiline '^\d{4}-' app.log
  {"time":"2024-01-02T03:04:05Z","level":"error","message":"boom\n  at a.b(C.java:1)\n\n  at d"}
  {"time":"2024-01-02T03:04:06Z","level":"info","message":"ok"}

The ledger still accounts for each line: those that were joined are absorbed.

  $ weir-parse --pattern "$pattern" --multiline '^\d{4}-' --ledger run.ledger app.log >/dev/null
  $ weir ledger run.ledger
  stage       in  passed  absorbed  dropped  created  out
  weir-parse   5       2         3        0        0    2
  adds up

Lines of different files do not mix, and what came over a pipe is joined as well.

  $ weir-tail --once app.log | weir-parse --pattern "$pattern" --multiline '^\d{4}-' --only level,message
  {"level":"error","message":"boom\n  at a.b(C.java:1)\n\n  at d","_file":"app.log","_offset":0}
  {"level":"info","message":"ok","_file":"app.log","_offset":58}

A mistake in the expression is shown in its place.

  $ weir-parse --multiline '^(' app.log
  weir-parse: error: --multiline: missing closing parenthesis
    ^(
      ^
  [64]
