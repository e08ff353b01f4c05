JSON on a line of its own may be what a program was sent and wrote down. It goes on the event that says so, and its status is
not the log's.

  $ cat >app.log <<'LOG'
  > 2026-11-30 10:00:00,123 [main] DEBUG c.x.Client - response:
  > {"id":1,"status":500,"duration":30}
  > 2026-11-30 10:00:01,123 [main] INFO c.x.Foo - next
  > 2026-11-30 10:00:02,123 [main] INFO c.x.Foo - next
  > LOG
  $ weir-parse --only level,status,message app.log
  {"level":"debug","message":"response:\n{\"id\":1,\"status\":500,\"duration\":30}"}
  {"level":"info","message":"next"}
  {"level":"info","message":"next"}

A line that a logger wrote has a time or a level, and is an event; so is any where the log begins with one.

  $ { cat app.log; echo '{"level":"warn","msg":"mine"}'; } | weir-parse --only message | tail -n 1
  {"message":"mine"}
  $ { echo '{"id":0}'; cat app.log; } | weir-parse --only id,level
  {"id":0}
  {"level":"debug"}
  {"id":1}
  {"level":"info"}
  {"level":"info"}

With --multiline only what matches begins an event, whatever the others look like.

  $ { cat app.log; echo '{"level":"warn","msg":"joined"}'; echo '[2026-11-30 10:00:03] joined too'; } | weir-parse --multiline '^[0-9]{4}-' --only message
  {"message":"response:\n{\"id\":1,\"status\":500,\"duration\":30}"}
  {"message":"next"}
  {"message":"next\n{\"level\":\"warn\",\"msg\":\"joined\"}\n[2026-11-30 10:00:03] joined too"}
