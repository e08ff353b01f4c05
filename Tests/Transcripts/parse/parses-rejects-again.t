What --rejects kept is parsed anew with --again: the raw lines are the log, and keep the file and the offset that they had.

  $ printf 'oops took 5\nfine took 7\nbytes \377 took 9\n' >app.log
  $ weir-parse --pattern '^fine took (?<took>\d+)$' --types took:integer --rejects odd.json app.log 2>/dev/null
  {"took":7}
  $ weir-parse --again --pattern '^(?<what>.*) took (?<took>\d+)$' --types took:integer odd.json
  {"what":"oops","took":5,"_file":"app.log","_offset":0}
  {"what":"bytes �","took":9,"_raw64":"Ynl0ZXMg/yB0b29rIDk=","_file":"app.log","_offset":24}

Over a pipe it is the same, behind other filters too. Lines of standard input came without a place and have none.

  $ echo 'oops took 5' | weir-parse --pattern '^(?<a>fine)' --rejects more.json 2>/dev/null
  $ cat odd.json more.json | weir-parse --again --pattern '^(?<what>\w+) took' --only what 2>/dev/null
  {"what":"oops","_file":"app.log","_offset":0}
  {"what":"oops"}

What is still not understood is a reject once more, of the place that it had at first.

  $ weir-parse --again --pattern '^(?<what>oops)' --rejects odder.json odd.json 2>/dev/null
  {"what":"oops","_file":"app.log","_offset":0}
  $ jq -c '[._file, ._offset, .reason]' odder.json
  ["app.log",24,"no-match"]

What is no reject is said, and the file that is read is not written to.

  $ weir-parse --again app.log >/dev/null
  weir-parse: app.log:1: warning: no record that --rejects kept, which --again takes
  weir-parse: app.log:2: warning: no record that --rejects kept, which --again takes
  weir-parse: app.log:3: warning: no record that --rejects kept, which --again takes
  weir-parse: warning: 3 of 3 lines not understood (no-match 3); --rejects FILE keeps them
  $ weir-parse --again --rejects odd.json odd.json
  weir-parse: error: --again reads odd.json, where --rejects writes; give the new rejects a file of their own
  [64]
