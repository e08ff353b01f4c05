A record needs a time and a window to be kept by, and a metric.

  $ printf '%s\n' '{"a":1}' '{"time":"2026-11-20T10:00:00Z","count":1}' '{"time":"2026-11-20T10:00:00Z","window":"soon","count":1}' \
  >   '{"time":"2026-11-20T10:00:00Z","window":"1m","path":"/"}' 'not a record' >bad
  $ weir-store add web.db <bad
  weir-store: stdin:1: warning: no 'time' to keep it by
  weir-store: stdin:2: warning: no 'window': only metrics of windows are kept (weir-aggregate --every)
  weir-store: stdin:3: warning: its 'window' is no duration
  weir-store: stdin:4: warning: no metrics in it, only labels
  weir-store: stdin:5: warning: not a record: not a JSON object at byte 0 (is there a weir-parse before this filter?)
  weir-store: further lines like these are counted and summed up at the end
  weir-store: warning: 5 of 5 lines not understood (bad-json 1, bad-time 1, bad-type 3); --rejects FILE keeps them
  $ weir-store get web.db

A file that is no store of weir's is left alone.

  $ weir-store get nowhere.db
  weir-store: error: nowhere.db: there is no such store; 'weir-store add nowhere.db' makes one
  [66]
  $ echo 'my notes, which are longer than a header of SQLite, so that there is something to read in them at all' >notes
  $ echo '{}' | weir-store add notes; cat notes
  weir-store: error: notes: file is not a database
  my notes, which are longer than a header of SQLite, so that there is something to read in them at all
