logfmt is `key=value`, with quotes where there are blanks.

  $ cat >app.log <<'EOF'
  > time=2026-11-24T10:00:00Z level=info msg="hello \"world\"" took=0.25 ok=true empty= bare
  > ts=2026-11-24T10:00:01Z lvl=eror msg=plain id=9007199254740993
  > EOF
  $ weir-parse --format logfmt app.log
  {"time":"2026-11-24T10:00:00Z","level":"info","message":"hello \"world\"","took":0.25,"ok":true,"empty":"","bare":true}
  {"time":"2026-11-24T10:00:01Z","level":"error","message":"plain","id":9007199254740993}

It is detected, too.

  $ weir-parse --only time,level app.log
  {"time":"2026-11-24T10:00:00Z","level":"info"}
  {"time":"2026-11-24T10:00:01Z","level":"error"}

A value may be in apostrophes, with others in it; Rails requests by lograge have their errors so.

  $ weir-parse --format logfmt <<'LOG'
  > a=1 error='X: y z' d=2
  > msg=don't error='NoMethodError: undefined method 'foo' for nil' d=2 note='tis
  > LOG
  {"a":1,"error":"X: y z","d":2}
  {"message":"don't","error":"NoMethodError: undefined method 'foo' for nil","d":2,"note":"'tis"}
  $ echo "method=GET path=/carts/7?a=1 format=html controller=CartsController action=show status=500 error='X: y z' duration=12.34" | weir-parse
  {"method":"GET","path":"/carts/7","format":"html","controller":"CartsController","action":"show","status":500,"error":"X: y z","duration":0.01234,"query":"a=1"}

A duration with units, as Go writes it, is a number of seconds.

  $ printf 'msg=a duration=1m3s latency=250µs\nmsg=a duration=2 latency=15ms\n' | weir-parse
  {"message":"a","duration":63,"latency":0.00025}
  {"message":"a","duration":2,"latency":0.015}
