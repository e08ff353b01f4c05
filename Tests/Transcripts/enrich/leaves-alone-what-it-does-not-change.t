A field that no change touches leaves byte for byte as it came: numbers that no computer can hold, escapes that need not be there,
white space.

  $ echo '{ "a":1.10, "b":1e400, "c":9007199254740993, "d":9223372036854775808, "e":"\u00e9\/", "f":[1, 2] }' >records
  $ weir-enrich --where 'a > 1' --input records
  { "a":1.10, "b":1e400, "c":9007199254740993, "d":9223372036854775808, "e":"\u00e9\/", "f":[1, 2] }
  $ weir-enrich --set 'x = 1' --input records
  { "a":1.10, "b":1e400, "c":9007199254740993, "d":9223372036854775808, "e":"\u00e9\/", "f":[1, 2],"x":1}
  $ weir-enrich --drop a,f --input records
  {"b":1e400,"c":9007199254740993,"d":9223372036854775808,"e":"\u00e9\/"}
  $ weir-enrich --rename z=b --input records
  {"a":1.10,"z":1e400,"c":9007199254740993,"d":9223372036854775808,"e":"\u00e9\/","f":[1, 2]}

Sums and products are exact, and integers do not turn into something else on the way.

  $ weir-enrich --set 'c = c + 1' --set 'd = d + 1' --set 's = 0.1 + 0.2' --set 'p = a * 3' --keep c,d,s,p --input records
  {"c":9007199254740994,"d":9223372036854775809,"s":0.3,"p":3.3}

A number that is copied keeps its text.

  $ weir-enrich --set 'copy = a' --keep copy --input records
  {"copy":1.10}
