`--where` keeps the records for which an expression is true. Alone it makes weir-enrich a grep for records.

  $ cat >records <<EOF
  > {"status":200,"path":"/api/users","duration":0.1,"level":"info","user":null}
  > {"status":500,"path":"/api/login","duration":1.5,"level":"error"}
  > {"status":404,"path":"/favicon.ico","level":"warn","user":"ann"}
  > EOF
  $ only() { weir-enrich --where "$1" --keep status --input records; }
  $ only 'status >= 500'
  {"status":500}
  $ only 'status >= 400 && path =~ "^/api/"'
  {"status":500}
  $ only 'path !~ "^/api/"'
  {"status":404}
  $ only 'level in ("error", "fatal") || user == "ann"'
  {"status":500}
  {"status":404}
  $ only '!(status == 200) && !contains(path, "login")'
  {"status":404}

A field that is not there is null, and null compares false. It can be asked for.

  $ only 'duration < 1'
  {"status":200}
  $ only 'duration >= 1'
  {"status":500}
  $ only 'duration == null'
  {"status":404}
  $ only 'exists(user)'
  {"status":200}
  {"status":404}
  $ only 'user == null && exists(user)'
  {"status":200}

A number and a text of digits are the same to a comparison with a number.

  $ echo '{"status":"200"}' | weir-enrich --where 'status == 200'
  {"status":"200"}
