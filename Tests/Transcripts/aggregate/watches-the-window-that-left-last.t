With `--watch` a terminal shows only the window that left last. Here script(1) plays the terminal; a pipe gets them all.

  $ for minute in 0 1 2; do echo "{\"time\":\"2026-11-24T10:0$minute:00Z\"}"; done >records
  $ script -qec 'weir-aggregate --watch --every 1m --color never count --input records' /dev/null | tr -d '\r'
  $ weir-aggregate --watch --every 1m count --input records
