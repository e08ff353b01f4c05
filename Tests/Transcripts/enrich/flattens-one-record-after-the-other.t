However many records are flattened, the next one is read as the first was.

  $ printf '{"a":{"b":%s},"c":"%s"}\n' 1 x 2 y 3 z | weir-enrich --flatten
  {"a.b":1,"c":"x"}
  {"a.b":2,"c":"y"}
  {"a.b":3,"c":"z"}
