With `--state`, or `WEIR_STATE` for the whole pipeline, each run goes on where the last one that was committed ended.

  $ export WEIR_STATE=state
  $ printf 'GET /a\nGET /b\n' >app.log
  $ weir-tail --once app.log | weir-parse --pattern '(?<method>\S+) (?<path>\S+)' | weir-commit out
  $ printf 'GET /c\n' >>app.log
  $ weir-tail --once app.log | weir-parse --pattern '(?<method>\S+) (?<path>\S+)' | weir-commit out
  $ weir-tail --once app.log | weir-parse --pattern '(?<method>\S+) (?<path>\S+)' | weir-commit out
  $ cat out
  {"method":"GET","path":"/a","_file":"app.log","_offset":0}
  {"method":"GET","path":"/b","_file":"app.log","_offset":7}
  {"method":"GET","path":"/c","_file":"app.log","_offset":14}

What was there before stays, and a line that has no newline yet waits for it.

  $ echo 'my notes' >raw; printf 'half' >half.log
  $ weir-tail --once --raw --state other app.log half.log | weir-commit --state other raw; cat raw
  my notes
  GET /a
  GET /b
  GET /c
  $ printf ' and half\n' >>half.log
  $ weir-tail --once --raw --state other app.log half.log | weir-commit --state other raw; tail -n 1 raw
  half and half

`--flush` does not let it wait.

  $ printf 'the end' >>half.log
  $ weir-tail --once --raw --flush --state other app.log half.log | weir-commit --state other raw; tail -n 1 raw
  the end
