A line beyond `--max-line` is never split: it is counted, said, and its beginning is kept by `--rejects`.

  $ printf 'short\nmuch too long\nok\n' >app.log
  $ weir-tail --once --max-line 8 --rejects rejects.ndjson app.log
  weir-tail: app.log:2: warning: line of 13 bytes; the limit is 8 (--max-line)
  {"_raw":"short","_file":"app.log","_offset":0}
  {"_raw":"ok","_file":"app.log","_offset":20}
  weir-tail: warning: 1 of 3 lines not understood (too-long 1)
  $ cat rejects.ndjson
  {"_raw":"much too","_file":"app.log","_offset":6,"stage":"weir-tail","reason":"too-long","length":13}
