`--pattern` is a PCRE2 expression. Its named groups become the fields; a group that did not take part leaves none.

  $ cat >app.log <<EOF
  > 2026-11-24 10:00:00 ERROR db pool is empty code=7
  > 2026-11-24 10:00:01 info web hello
  > EOF
  $ weir-parse --pattern '^(?<time>\S+ \S+) (?<level>\w+) (?<service>\w+) (?<message>.*?)(?: code=(?<code>\d+))?$' app.log
  {"time":"2026-11-24T10:00:00Z","level":"error","service":"db","message":"pool is empty","code":"7"}
  {"time":"2026-11-24T10:00:01Z","level":"info","service":"web","message":"hello"}

Fields called `time` and `level` are read as such. `--types` says what the others are; without it they are texts.

  $ echo 'n=7 took=1.50 ok=yes name=7' >typed.log
  $ weir-parse --pattern 'n=(?<n>\S+) took=(?<took>\S+) ok=(?<ok>\S+) name=(?<name>\S+)' \
  >   --types n:integer,took:number,ok:boolean,name:string typed.log
  {"n":7,"took":1.50,"ok":true,"name":"7"}

What is not of its type is a reject, not a guess.

  $ echo 'n=seven' >wrong.log
  $ weir-parse --pattern 'n=(?<n>\S+)' --types n:integer wrong.log
  weir-parse: wrong.log:1: warning: field 'n' is not of type integer
  weir-parse: warning: 1 of 1 lines not understood (bad-type 1 (n)); --rejects FILE keeps them

Numbers stay the text they were, so far as JSON can write them.

  $ printf 'n=1.10\nn=1e5\nn=9007199254740993\nn=007\nn=+3\n' >numbers.log
  $ weir-parse --pattern 'n=(?<n>\S+)' --types n:number numbers.log
  {"n":1.10}
  {"n":1e5}
  {"n":9007199254740993}
  {"n":7}
  {"n":3}
