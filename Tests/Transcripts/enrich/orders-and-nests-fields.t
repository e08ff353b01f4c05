`--order` puts fields first; the others follow in their order.

  $ echo '{"a":1,"b":2,"c":3,"d":4}' | weir-enrich --order c,missing,a

`--nest` puts fields into an object, at the end; with a name alone, all fields whose names begin with it and a dot.

  $ echo '{"time":"2026-11-24T10:00:00Z","method":"GET","path":"/\u0061","status":200}' | weir-enrich --nest http=method,path,none,status
  $ echo '{"http.method":"GET","https":1,"http.request.id":1.10,"message":"m"}' | weir-enrich --nest http
  $ echo '{"message":"m"}' | weir-enrich --nest http

`--flatten` makes fields of the members of nested objects, as weir-parse does.

  $ echo '{"http":{"method":"GET","request":{"id":1.10},"tags":["a"]},"message":"m"}' | weir-enrich --flatten --drop http.method

A reserved key is no name for an object.

  $ echo '{}' | weir-enrich --nest _raw=a
  $ echo '{}' | weir-enrich --nest '=a'
