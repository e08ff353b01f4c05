Levels are six words in lower case, whatever the log calls them. A condition that asks for a level in another spelling never holds
of what weir-parse writes, and that is said as soon as a record shows it.

  $ cat >app.log <<EOF
  > 2026-11-24 10:00:00,123 INFO  [main] shop.Start - ready
  > 2026-11-24 10:00:01,123 WARN  [main] shop.Pool - low
  > 2026-11-24 10:00:02,123 ERROR [main] shop.Pool - empty
  > EOF
  $ weir-parse --where 'level == "ERROR"' app.log
  weir-parse: warning: no record so far had the level "ERROR": weir-parse writes "error" for it
  $ weir-parse app.log | weir-aggregate 'ratio(level in ("err", "FATAL")) as failed'
  weir-aggregate: warning: no record so far had the level "err": weir-parse writes "error" for it
  weir-aggregate: warning: no record so far had the level "FATAL": weir-parse writes "fatal" for it
  {"failed":0,"_by":[]}
  $ weir-parse --where 'level == "error"' app.log | jq -c .message
  "empty"

Records that others wrote may have levels of their own, and whoever asks for these knows them.

  $ printf '{"level":"INFO"}\n{"level":"ERROR"}\n' | weir-enrich --where 'level == "ERROR"'
  {"level":"ERROR"}
  $ printf '{"level":"INFO"}\n' | weir-enrich --where 'level == "ERROR"'
  $ printf '{"level":50}\n' | weir-enrich --where 'level == "ERROR"'
