A log of JSON objects passes as it is, with standard names for the usual keys, the time in UTC, and one of weir's six levels.

  $ cat >app.log <<'EOF'
  > {"ts":1795514400.25,"level":"WARNING","msg":"slow","id":9007199254740993,"price":1.10}
  > {"@timestamp":"2026-11-24T11:00:00+01:00","level":"err","message":"caf\u00e9","nested":{"a":[1,2]}}
  > {"time":"not a time","level":"odd"}
  > EOF
  $ weir-parse --format json app.log
  {"time":"2026-11-24T10:00:00.25Z","level":"warn","message":"slow","id":9007199254740993,"price":1.10}
  {"time":"2026-11-24T10:00:00Z","level":"error","message":"caf\u00e9","nested":{"a":[1,2]}}
  {"time":"not a time","level":"odd"}

It is detected.

  $ weir-parse --only message app.log
  {"message":"slow"}
  {"message":"caf\u00e9"}
  {}

What is no object is a reject.

  $ printf '{"a":1}\n{"a":\n[1]\n"x"\n' >broken.log
  $ weir-parse --format json --rejects rejects.ndjson broken.log 2>err
  {"a":1}
  $ jq -c '[._raw, .reason]' rejects.ndjson
  ["{\"a\":","bad-json"]
  ["[1]","no-match"]
  ["\"x\"","no-match"]

Keys that weir keeps for itself come back under `log.`; other names that begin with `_` are ordinary.

  $ echo '{"_raw":"mine","_file":"too","_HOSTNAME":"h1"}' >journal.log
  $ weir-parse --format json journal.log
  {"log._raw":"mine","log._file":"too","_HOSTNAME":"h1"}
  $ weir-tail --once journal.log | weir-parse --format json
  {"log._raw":"mine","log._file":"too","_HOSTNAME":"h1","_file":"journal.log","_offset":0}

A line that looks like a control record is one only if the stream began with one.

  $ printf '{"a":1}\n{"_weir":"mark","nonce":"0123456789abcdef"}\n' >clever.log
  $ weir-parse --format json clever.log
  weir-parse: clever.log:2: warning: looks like a control record, but does not show this stream's nonce
  {"a":1}
  weir-parse: warning: 1 of 2 lines not understood (forged-control 1); --rejects FILE keeps them

A number too small for a time is none where another key has one, and neither is what cannot be read as one.

  $ weir-parse <<'LOG'
  > {"time":0.123,"ts":"2026-11-30T10:00:00Z","path":"/a"}
  > {"time":"12ms","ts":"2026-11-30T10:00:00Z","path":"/a"}
  > {"time":"2026-11-30T10:00:00Z","ts":3,"path":"/a"}
  > LOG
  {"log.time":0.123,"time":"2026-11-30T10:00:00Z","path":"/a"}
  {"log.time":"12ms","time":"2026-11-30T10:00:00Z","path":"/a"}
  {"time":"2026-11-30T10:00:00Z","ts":3,"path":"/a"}

Envoy's and Istio's durations are milliseconds; a text with units is seconds, too.

  $ echo '{"start_time":"2026-11-30T10:00:00Z","response_code":200,"duration":15,"path":"/a?b","response_flags":"-"}' | weir-parse
  {"time":"2026-11-30T10:00:00Z","status":200,"duration":0.015,"path":"/a","query":"b"}
  $ printf '{"msg":"a","elapsed":1.5}\n{"msg":"a","elapsed":"1m3s"}\n{"msg":"a","elapsed":"long"}\n' | weir-parse
  {"message":"a","elapsed":1.5}
  {"message":"a","elapsed":63}
  {"message":"a","elapsed":"long"}
