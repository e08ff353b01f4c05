A format that takes at least half of the first lines goes before anything inferred.

  $ printf '%s\n' '2026-11-24 10:00:00 one' '2026-11-24 10:00:01 two' '{"level":"info","msg":"three"}' | weir-parse
  {"time":"2026-11-24T10:00:00Z","message":"one"}
  {"time":"2026-11-24T10:00:01Z","message":"two"}
  {"level":"info","message":"three"}
  $ printf '%s\n' '2026-11-24 10:00:00 one' '{"msg":"two"}' '{"msg":"three"}' | weir-parse
  weir-parse: stdin:1: warning: no pattern of format 'json' matched
  {"message":"two"}
  {"message":"three"}
  weir-parse: warning: 1 of 3 lines not understood (no-match 1); --rejects FILE keeps them

Words with = between them are logfmt, but not behind a time.

  $ printf '%s\n' 'level=info msg=up' | weir-parse
  {"level":"info","message":"up"}
  $ printf '%s\n' '2026-11-24 10:00:00 INFO took=3' '2026-11-24 10:00:01 WARN took=9' | weir-parse
  {"time":"2026-11-24T10:00:00Z","level":"info","message":"took=3"}
  {"time":"2026-11-24T10:00:01Z","level":"warn","message":"took=9"}

Each file has a header of its own.

  $ echo '[2026-11-24 10:00:00] ERROR: a' >a.log; echo '1795514400 b' >b.log
  $ weir-tail --once a.log b.log | weir-parse
  {"time":"2026-11-24T10:00:00Z","level":"error","message":"a","_file":"a.log","_offset":0}
  {"time":"2026-11-24T10:00:00Z","message":"b","_file":"b.log","_offset":0}
