`--where` sees the envelope.

  $ printf 'GET /\nPOST /login\nGET /about\n' >app.log
  $ weir-tail --once --where '_raw =~ "^GET"' app.log
  {"_raw":"GET /","_file":"app.log","_offset":0}
  {"_raw":"GET /about","_file":"app.log","_offset":18}
  $ weir-tail --once --raw --where '_offset > 0 && starts_with(_raw, "GET")' app.log
  GET /about
