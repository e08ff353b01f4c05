On a terminal a stream of records is for reading: time and level first, then `name=value`. Here script(1) plays the terminal.

  $ terminal() { script -qec "$*" /dev/null | tr -d '\r'; }
  $ echo '{"a":1,"level":"error","time":"2026-11-24T10:00:00Z","message":"it broke","_file":"x","_offset":7}' >records
  $ terminal "NO_COLOR=1 weir-enrich --set 'b = a' --input records"
  2026-11-24T10:00:00Z error it broke a=1 b=1
  $ terminal "weir-enrich --set 'b = a' --color never --input records"
  2026-11-24T10:00:00Z error it broke a=1 b=1

With colours, unless NO_COLOR is set or the terminal is dumb.

  $ terminal "weir-enrich --keep level --input records"
  \x1b[31merror\x1b[0m (esc)
  $ terminal "TERM=dumb weir-enrich --keep level --input records"
  error
  $ terminal "NO_COLOR=1 weir-enrich --keep level --color always --input records"
  \x1b[31merror\x1b[0m (esc)

Metrics are a table, as wide as the terminal.

  $ echo '{"path":"/a/very/long/path/that/does/not/fit/at/all","status":200}' >access
  $ terminal "stty cols 40; weir-aggregate --by path,status count --color never --input access"
  path                       status  count
  /a/very/long/path/that/d…     200      1

`--output json` is what a pipe gets.

  $ terminal "weir-enrich --keep a --output json --input records"
  {"a":1}
