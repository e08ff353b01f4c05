`--input` may be given again. One that cannot be read does not cost the others, but the status tells.

  $ echo '{"a":1}' >one; echo '{"a":2}' >two
  $ weir-enrich --set 'b = a' --input one --input two
  {"a":1,"b":1}
  {"a":2,"b":2}
  $ weir-enrich --set 'b = a' --input one --input missing --input two
  weir-enrich: error: missing: No such file or directory
  {"a":1,"b":1}
  {"a":2,"b":2}
  [66]
  $ weir-enrich --set 'b = a' --input .
  weir-enrich: error: .: is a directory; name files in it, such as ./*
  [66]
  $ echo '{"a":3}' | weir-enrich --set 'b = a' --input one --input -
  {"a":1,"b":1}
  {"a":3,"b":3}
