A line beyond `--max-line` is rejected, or with `--truncate` cut; then `_partial` says how long it was.

  $ printf 'short\nmuch too long\nok\n' >app.log
  $ weir-tail --once --truncate --max-line 8 app.log
  {"_raw":"short","_file":"app.log","_offset":0}
  {"_raw":"much too","_file":"app.log","_offset":6,"_partial":13}
  {"_raw":"ok","_file":"app.log","_offset":20}
  $ weir-tail --once --truncate --max-line 8 app.log | weir-parse --pattern '(?<text>.*)' | jq -c ._partial
  null
  13
  null
