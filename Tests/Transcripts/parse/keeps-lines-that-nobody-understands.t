A line that no pattern matches never stops weir-parse. It is said, with file and line; summed up; and kept by `--rejects`, as a record
with the place it came from and the reason.

  $ cat >access.log <<EOF
  > 192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1043 "-" "curl/8.5.0"
  > PHP Warning:  Undefined variable
  > 192.0.2.10 - - [24/Nov/2026:10:00:01 +0000] "GET / HTTP/1.1" 200 1043 "-" "curl/8.5.0"
  > 192.0.2.10 - - [31/Nov/2026:10:00:01 +0000] "GET / HTTP/1.1" 200 1043 "-" "curl/8.5.0"
  > EOF
  $ weir-parse --only time,status --rejects rejects.ndjson access.log
  weir-parse: access.log:2: warning: no pattern of format 'access' matched
  weir-parse: access.log:4: warning: field 'time' is no time that exists
  {"time":"2026-11-24T10:00:00Z","status":200}
  {"time":"2026-11-24T10:00:01Z","status":200}
  weir-parse: warning: 2 of 4 lines not understood (no-match 1, bad-time 1 (time))
  $ cat rejects.ndjson
  {"_raw":"PHP Warning:  Undefined variable","_file":"access.log","_offset":87,"stage":"weir-parse","reason":"no-match","pattern":"access"}
  {"_raw":"192.0.2.10 - - [31/Nov/2026:10:00:01 +0000] \"GET / HTTP/1.1\" 200 1043 \"-\" \"curl/8.5.0\"","_file":"access.log","_offset":207,"stage":"weir-parse","reason":"bad-time","pattern":"access","field":"time"}

Of lines that came in envelopes the rejects say what the envelope says.

  $ weir-tail -n 3 access.log | weir-parse --format access --rejects more.ndjson 2>err >out; cat err
  weir-parse: access.log*87*: warning: no pattern of format 'access' matched (glob)
  weir-parse: access.log*207*: warning: field 'time' is no time that exists (glob)
  weir-parse: warning: 2 of 3 lines not understood (no-match 1, bad-time 1 (time))
  $ head -n 1 more.ndjson
  {"_raw":"PHP Warning:  Undefined variable","_file":"access.log","_offset":87,"stage":"weir-parse","reason":"no-match","pattern":"access"}

`--strict` stops at the first of them, with status 65. What was good before it is not lost.

  $ weir-parse --strict --only time access.log
  weir-parse: access.log:2: warning: no pattern of format 'access' matched
  {"time":"2026-11-24T10:00:00Z"}
  weir-parse: warning: 1 of 2 lines not understood (no-match 1); --rejects FILE keeps them
  [65]
  $ weir-parse --strict --format access --only time access.log
  weir-parse: access.log:2: warning: no pattern of format 'access' matched
  {"time":"2026-11-24T10:00:00Z"}
  weir-parse: warning: 1 of 2 lines not understood (no-match 1); --rejects FILE keeps them
  [65]
