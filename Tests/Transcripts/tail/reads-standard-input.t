Without a file, or with `-`, the lines come from standard input. It has no name, so there is no `_file`.

  $ printf '1\n2\n3\n' | weir-tail -n 2
  {"_raw":"2","_offset":2}
  {"_raw":"3","_offset":4}
  $ printf '1\n2\n3\n' | weir-tail -n +3
  {"_raw":"3","_offset":4}
  $ printf '1\n2' | weir-tail --once -
  {"_raw":"1","_offset":0}
  {"_raw":"2","_offset":2}

Files and standard input may be mixed.

  $ echo from-a-file >a.log
  $ echo from-a-pipe | weir-tail --once a.log -
  {"_raw":"from-a-file","_file":"a.log","_offset":0}
  {"_raw":"from-a-pipe","_offset":0}

A file that is called stdin is a file.

  $ echo I am a file >stdin
  $ weir-tail --once stdin
  {"_raw":"I am a file","_file":"stdin","_offset":0}
