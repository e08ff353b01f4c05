`--once` reads files from their first byte to their last, and ends. A last line without a newline is a line.

  $ seq 11 >app.log; printf 'twelve' >>app.log
  $ weir-tail --once app.log | wc -l
  12
  $ weir-tail --once app.log | tail -n 1
  {"_raw":"twelve","_file":"app.log","_offset":24}

It does not go with what begins elsewhere or never ends.

  $ weir-tail --once -n 3 app.log 2>&1 | head -n 1
  weir-tail: error: --once reads whole files; -n and -c begin further on. Give one of them.
  $ weir-tail --once -f app.log 2>&1 | head -n 1
  weir-tail: error: --once ends at the end of the files; -f and -F do not. Give one of them.
  $ weir-tail --once -F app.log >err 2>&1
  [64]
