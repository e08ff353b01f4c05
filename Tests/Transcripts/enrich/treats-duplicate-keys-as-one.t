An object may bring a key twice. For reading, the last one counts; what is not changed stays as it is.

  $ echo '{"a":1,"a":2,"b":3}' >records
  $ weir-enrich --where 'a == 2' --input records
  {"a":1,"a":2,"b":3}
  $ weir-enrich --set 'c = a' --input records
  {"a":1,"a":2,"b":3,"c":2}

`--drop` takes all of them, and no other change brings an earlier value back.

  $ weir-enrich --drop a --input records
  {"b":3}
  $ weir-enrich --rename c=a --set 'back = a' --keep c,back --input records
  {"c":2,"back":null}
