logfmt is `key=value`, with quotes where there are blanks.

  $ cat >app.log <<'EOF'
  > time=2026-11-24T10:00:00Z level=info msg="hello \"world\"" took=0.25 ok=true empty= bare
  > ts=2026-11-24T10:00:01Z lvl=eror msg=plain id=9007199254740993
  > EOF
  $ weir-parse --format logfmt app.log
  {"time":"2026-11-24T10:00:00Z","level":"info","message":"hello \"world\"","took":0.25,"ok":true,"empty":"","bare":true}
  {"time":"2026-11-24T10:00:01Z","level":"error","message":"plain","id":9007199254740993}

It is detected, too.

  $ weir-parse --only time,level app.log
  {"time":"2026-11-24T10:00:00Z","level":"info"}
  {"time":"2026-11-24T10:00:01Z","level":"error"}
