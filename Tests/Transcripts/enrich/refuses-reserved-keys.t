Keys that weir keeps for itself cannot be made up.

  $ echo '{"a":1,"_file":"f"}' >records
  $ weir-enrich --rename _raw=a --input records
  weir-enrich: error: --rename: '_raw' is a key that weir keeps for itself (weir-record(5)); take another name
  [64]
  $ weir-enrich --set '_weir = 1' --input records
  weir-enrich: error: --set: '_weir' is a key that weir keeps for itself; see weir-record(5) for the list
    _weir = 1
    ^^^^^
  [64]
  $ weir-enrich --set '_file = "x"' --input records >err 2>&1
  [64]

To drop them, or to keep or read them, is no harm.

  $ weir-enrich --drop _file --input records
  {"a":1}
  $ weir-enrich --set 'source = _file' --keep source --input records
  {"source":"f"}
