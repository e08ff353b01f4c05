weir-tail says where each line came from: its text, the file as it was named, and the position of its first byte. Without
other wishes it gives the last ten lines, as tail(1) does.

  $ seq 12 >app.log
  $ weir-tail app.log
  {"_raw":"3","_file":"app.log","_offset":4}
  {"_raw":"4","_file":"app.log","_offset":6}
  {"_raw":"5","_file":"app.log","_offset":8}
  {"_raw":"6","_file":"app.log","_offset":10}
  {"_raw":"7","_file":"app.log","_offset":12}
  {"_raw":"8","_file":"app.log","_offset":14}
  {"_raw":"9","_file":"app.log","_offset":16}
  {"_raw":"10","_file":"app.log","_offset":18}
  {"_raw":"11","_file":"app.log","_offset":21}
  {"_raw":"12","_file":"app.log","_offset":24}
  $ weir-tail -n 2 app.log
  {"_raw":"11","_file":"app.log","_offset":21}
  {"_raw":"12","_file":"app.log","_offset":24}
  $ weir-tail --lines 1 ./app.log
  {"_raw":"12","_file":"./app.log","_offset":24}

With `+N` it begins at line N; `-n 0` is nothing at all.

  $ weir-tail -n +11 app.log
  {"_raw":"11","_file":"app.log","_offset":21}
  {"_raw":"12","_file":"app.log","_offset":24}
  $ weir-tail -n 0 app.log

Several files come one behind the other.

  $ printf 'a\nb\n' >other.log
  $ weir-tail -n 1 app.log other.log
  {"_raw":"12","_file":"app.log","_offset":24}
  {"_raw":"b","_file":"other.log","_offset":2}
