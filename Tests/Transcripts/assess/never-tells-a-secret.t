Of personal data and secrets the kind and the number is told, never a value: not as an example either.

  $ cat >app.log <<END
  > {"time":"2026-11-24T10:00:00Z","level":"info","message":"login of ada@example.org","card":"4111 1111 1111 1111"}
  > {"time":"2026-11-24T10:00:01Z","level":"info","message":"GET /?password=hunter22","card":"4111 1111 1111 1112"}
  > {"time":"2026-11-24T10:00:02Z","level":"error","message":"db postgres://app:s3cret@db/app","card":"none"}
  > END
  $ weir-assess app.log >said
  $ jq -c '.sensitive[]' said
  {"kind":"password","class":"secret","values":1,"fields":["message"]}
  {"kind":"url-credentials","class":"secret","values":1,"fields":["message"]}
  {"kind":"email","class":"personal","values":1,"fields":["message"]}
  {"kind":"payment-card","class":"personal","values":1,"fields":["card"]}
  $ grep -cE 'ada@|hunter|s3cret|4111' said
  0
  [1]

Nor are paths and requests shown as they came, under whatever name a log has them: what may be a person or a key in them is taken out, and
so is the query.

  $ for m in $(seq 10 29); do echo '{"time":"2026-11-24T10:'$m':00Z","level":"error","message":"no answer for /users/ada","request":"GET /users/ada?token=s3cret HTTP/1.1","path":"/users/ada/orders/104711","status":500}'; done >app.log
  $ weir-assess app.log | jq -c '.fields[] | select(.name == "request" or .name == "path") | [.name, .examples]'
  ["request",["GET /users/<…> HTTP/1.1"]]
  ["path",["/users/<…>/orders/<n>"]]
  $ (weir-assess app.log; weir-assess --as markdown app.log; weir-assess --as page app.log) | grep -cE 'users/ada|s3cret|104711'
  0
  [1]
