Syslog comes in two kinds: the old one (RFC 3164), without a year or a zone, and the new one (RFC 5424).

  $ export WEIR_NOW=2026-11-24T12:00:00Z
  $ cat >old.log <<'EOF'
  > Nov 23 23:59:59 web1 kernel: yesterday
  > Nov 24 10:00:00 web1 nginx[4711]: worker process started
  > <34>Nov 24 10:00:01 web1 su: 'su root' failed for ann
  > EOF
  $ weir-parse --format syslog <old.log
  {"time":"2026-11-23T23:59:59Z","host":"web1","process":"kernel","message":"yesterday"}
  {"time":"2026-11-24T10:00:00Z","host":"web1","process":"nginx","pid":4711,"message":"worker process started"}
  {"facility":"auth","level":"fatal","time":"2026-11-24T10:00:01Z","host":"web1","process":"su","message":"'su root' failed for ann"}
  $ cat >new.log <<'EOF'
  > <165>1 2026-11-24T10:00:00.003+01:00 web1 app 4711 ID47 - hello
  > <11>1 - - - - - -
  > EOF
  $ weir-parse --format rfc5424 new.log
  {"facility":"local4","level":"info","time":"2026-11-24T09:00:00.003Z","host":"web1","process":"app","pid":4711,"msgid":"ID47","message":"hello"}
  {"facility":"user","level":"error"}

Both are detected.

  $ weir-parse --only host new.log
  {"host":"web1"}
  {}
  $ weir-parse --only message <old.log
  {"message":"yesterday"}
  {"message":"worker process started"}
  {"message":"'su root' failed for ann"}
