`--order` puts fields first; the others follow in their order.

  $ echo '{"a":1,"b":2,"c":3,"d":4}' | weir-enrich --order c,missing,a
  {"c":3,"a":1,"b":2,"d":4}

`--nest` puts fields into an object, at the end; with a name alone, all fields whose names begin with it and a dot.

  $ echo '{"time":"2026-11-24T10:00:00Z","method":"GET","path":"/\u0061","status":200}' | weir-enrich --nest http=method,path,none,status
  {"time":"2026-11-24T10:00:00Z","http":{"method":"GET","path":"/\u0061","status":200}}
  $ echo '{"http.method":"GET","https":1,"http.request.id":1.10,"message":"m"}' | weir-enrich --nest http
  {"https":1,"message":"m","http":{"method":"GET","request.id":1.10}}
  $ echo '{"message":"m"}' | weir-enrich --nest http
  {"message":"m"}

`--flatten` makes fields of the members of nested objects, as weir-parse does.

  $ echo '{"http":{"method":"GET","request":{"id":1.10},"tags":["a"]},"message":"m"}' | weir-enrich --flatten --drop http.method
  {"http.request.id":1.10,"http.tags":["a"],"message":"m"}

A reserved key is no name for an object.

  $ echo '{}' | weir-enrich --nest _raw=a
  weir-enrich: error: --nest: '_raw' is a key that weir keeps for itself (weir-record(5)); take another name
  [64]
  $ echo '{}' | weir-enrich --nest '=a'
  weir-enrich: error: --nest: '=a' is not name=fields, or a name alone
  [64]
