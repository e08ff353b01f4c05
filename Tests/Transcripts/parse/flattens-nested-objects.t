With --flatten the members of nested objects become fields, named by the path to them, before names become standard ones.
Arrays stay what they are, and so do empty objects.

  $ cat >app.log <<'EOF'
  > {"log":{"level":"WARN","origin":{}},"http":{"request":{"id":"r1","method":"GET"},"took":[1,{"a":2}]},"n":1.10}
  > EOF
  $ weir-parse --format json --flatten app.log
  {"level":"warn","log.origin":{},"http.request.id":"r1","method":"GET","http.took":[1,{"a":2}],"n":1.10}
  $ weir-parse --format json --flatten --only http.request.id,level app.log
  {"level":"warn","http.request.id":"r1"}
  $ weir-parse --format json --flatten --flatten-separator _ app.log
  {"level":"warn","log_origin":{},"http_request_id":"r1","http_request_method":"GET","http_took":[1,{"a":2}],"n":1.10}
  $ weir-parse --format json app.log
  {"log":{"level":"WARN","origin":{}},"http":{"request":{"id":"r1","method":"GET"},"took":[1,{"a":2}]},"n":1.10}

A name that comes of two places the record has twice, and the last counts; no path makes a key that weir keeps for itself.

  $ echo '{"a":{"b":1},"a.b":2,"":{"raw":3},"_raw":{"x":4}}' >odd.log
  $ weir-parse --format json --flatten odd.log
  {"a.b":1,"a.b":2,".raw":3,"_raw.x":4}
  $ weir-parse --format json --flatten --flatten-separator _ odd.log
  {"a_b":1,"a.b":2,"log._raw":3,"_raw_x":4}

It goes down 16 levels, and opens no object to which the path has more than 256 bytes.

  $ awk 'BEGIN { for (i = 0; i < 100; i++) printf "{\"a\":"; printf 1; for (i = 0; i < 100; i++) printf "}"; print "" }' >deep.log
  $ weir-parse --format json --flatten deep.log | cut -c 1-60
  {"a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a":{"a":{"a":{"a":{"a":{"a
  $ awk 'BEGIN { printf "{\""; for (i = 0; i < 300; i++) printf "k"; print "\":{\"b\":1}}" }' >long.log
  $ weir-parse --format json --flatten long.log | tail -c 20
  kkkkkkkkk":{"b":1}}

It goes together with --nested, for what is flattened is inside as well.

  $ echo '{"message":"{\"user\":{\"name\":\"joe\"}}"}' >both.log
  $ weir-parse --format json --flatten --nested message both.log
  {"user":"joe"}
  $ weir-parse --flatten-separator _ app.log
  weir-parse: error: --flatten-separator goes with --flatten
  [64]
  $ weir-parse --flatten --flatten-separator '' app.log
  weir-parse: error: --flatten-separator: it has 1 to 16 bytes, such as '.' or '_'
  [64]
