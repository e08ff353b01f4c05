Lines that go on an event do not speak against the format of those that begin one: more of a log may be stack traces than not.

  $ cat >app.log <<'LOG'
  > 2026-11-30 10:00:00,123 ERROR [main] com.x.Foo - boom
  > java.lang.RuntimeException: outer
  > 	at com.x.Foo.bar(Foo.java:1)
  > Caused by: java.io.IOException: inner
  > 	at com.x.Foo.baz(Foo.java:2)
  > 2026-11-30 10:00:02,123 INFO  Foo:12 - ok
  > LOG
  $ weir-parse app.log
  {"time":"2026-11-30T10:00:00.123Z","level":"error","thread":"main","logger":"com.x.Foo","message":"boom\njava.lang.RuntimeException: outer\n\tat com.x.Foo.bar(Foo.java:1)\nCaused by: java.io.IOException: inner\n\tat com.x.Foo.baz(Foo.java:2)"}
  {"time":"2026-11-30T10:00:02.123Z","level":"info","logger":"Foo","line":12,"message":"ok"}
  $ printf '2009/11/10 23:00:00 Entering\npanic: wrong!\n\ngoroutine 1 [running]:\nmain.third()\n\t/path/main.go:19 +0x66\nmain.main()\n\t/path/main.go:8 +0x29\nexit status 2\n' | weir-parse
  {"time":"2009-11-10T23:00:00Z","message":"Entering\npanic: wrong!\n\ngoroutine 1 [running]:\nmain.third()\n\t/path/main.go:19 +0x66\nmain.main()\n\t/path/main.go:8 +0x29\nexit status 2"}

Formats that have no event of one line are found by several.

  $ printf 'Nov 30, 2026 10:00:00 AM com.x.Foo bar\nSEVERE: boom\nNov 30, 2026 12:00:00 AM com.x.Foo bar\nINFO: midnight\n' | weir-parse
  {"time":"2026-11-30T10:00:00Z","class":"com.x.Foo","function":"bar","level":"error","message":"boom"}
  {"time":"2026-11-30T00:00:00Z","class":"com.x.Foo","function":"bar","level":"info","message":"midnight"}
  $ printf '# User@Host: root[root] @ localhost []  Id:     8\n# Query_time: 2.000123  Lock_time: 0.000001 Rows_sent: 1  Rows_examined: 0\nSET timestamp=1796032798;\nSELECT SLEEP(2);\n' | weir-parse --only time,duration,message
  {"duration":2.000123,"time":"2026-11-30T09:59:58Z","message":"SELECT SLEEP(2);"}

What begins with # is a comment, or a frame of a trace: only #Fields makes a W3C log.

  $ printf '# a\n# b\n# c\n2026-11-30T10:00:00Z INFO hello\n' | weir-parse 2>/dev/null
  {"time":"2026-11-30T10:00:00Z","level":"info","message":"hello"}
  $ printf '[2026-11-30 10:00:00] local.ERROR: boom {"exception":"E\n[stacktrace]\n#0 /a.php(1): x()\n#1 {main}\n"}\n[2026-11-30 10:00:01] local.INFO: ok\n' | weir-parse
  {"time":"2026-11-30T10:00:00Z","message":"local.ERROR: boom {\"exception\":\"E\n[stacktrace]\n#0 /a.php(1): x()\n#1 {main}\n\"}"}
  {"time":"2026-11-30T10:00:01Z","message":"local.INFO: ok"}

Prose with commas is no table. Where nothing helps it is said what would.

  $ printf 'Error, something failed, retrying\nWarning, disk low, 5%%\nError, x, y\n' | weir-parse
  weir-parse: stdin:1: warning: no known format matched ('weir formats' lists them; --pattern takes a regular expression)
  weir-parse: stdin:2: warning: no known format matched ('weir formats' lists them; --pattern takes a regular expression)
  weir-parse: stdin:3: warning: no known format matched ('weir formats' lists them; --pattern takes a regular expression)
  weir-parse: warning: nothing was understood: --explain shows how far the formats came, --pattern takes a regular expression, --multiline joins the lines of an event
  weir-parse: warning: 3 of 3 lines not understood (no-match 3); --rejects FILE keeps them
