A line below the limit may become a record beyond it: by the Base64 of bytes that are not UTF-8, by escapes. It is a reject, counted
here, and not one of the next filter.

  $ { head -c 300000 /dev/zero | tr '\0' '\001'; echo; echo short; } >escapes.log
  $ weir-parse --max-match 1MiB --pattern '^(?<m>.*)' escapes.log
  weir-parse: escapes.log:1: warning: its record has 1800008 bytes, and the next filter takes 1048576 (--max-line): bytes that are not UTF-8, or that JSON must escape, made it longer
  {"m":"short"}
  weir-parse: warning: 1 of 2 lines not understood (too-long 1); --rejects FILE keeps them
  $ weir-parse --max-line 4MiB --max-match 1MiB --pattern '^(?<m>.*)' escapes.log | wc -c
  1800023
