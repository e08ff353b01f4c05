With `--watch` a terminal shows only the window that left last. Here script(1) plays the terminal; a pipe gets them all.

  $ for minute in 0 1 2; do echo "{\"time\":\"2026-11-24T10:0$minute:00Z\"}"; done >records
  $ script -qec 'weir-aggregate --watch --every 1m --color never count --input records' /dev/null | tr -d '\r'
  time                  window  count
  2026-11-24T10:02:00Z  1m          1
  $ weir-aggregate --watch --every 1m count --input records
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":1,"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","count":1,"_by":[]}
  {"time":"2026-11-24T10:02:00Z","window":"1m","count":1,"_by":[]}
