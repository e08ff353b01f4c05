A file name can have any byte but NUL and slash. In an envelope it is JSON.

  $ name=$(printf 'a "quoted"\nname\t.log'); echo hello >"$name"
  $ weir-tail --once "$name"
  {"_raw":"hello","_file":"a \"quoted\"\nname\t.log","_offset":0}
  $ weir-tail --once "$name" | jq -r ._file | od -An -c
     a       "   q   u   o   t   e   d   "  \n   n   a   m   e  \t
     .   l   o   g  \n

Dashes that begin a name are kept from being flags by `--`.

  $ echo dashed >-n
  $ weir-tail --once -- -n
  {"_raw":"dashed","_file":"-n","_offset":0}

A name need not be UTF-8 to be opened.

  $ name=$(printf 'caf\351.log'); echo latin >"$name"
  $ weir-tail --once --raw "$name"
  latin
