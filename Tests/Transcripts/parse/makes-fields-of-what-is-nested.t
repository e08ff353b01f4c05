What a program wrote as JSON or logfmt often comes inside a string of whatever carried it. --nested makes fields of it: the
field itself goes, what it says stands at the end, under standard names. A field that cannot be parsed stays as it was.

  $ cat >docker.log <<'EOF'
  > {"log":"{\"level\":\"WARN\",\"msg\":\"slow\",\"id\":9007199254740993}\n","stream":"stdout","time":"2026-11-24T10:00:00.5Z"}
  > {"log":"level=err msg=\"no route\" took=1.10\n","stream":"stderr","time":"2026-11-24T10:00:01Z"}
  > {"log":"Started session=4 for joe\n","stream":"stderr","time":"2026-11-24T10:00:02Z"}
  > EOF
  $ weir-parse --nested message docker.log
  {"stream":"stdout","time":"2026-11-24T10:00:00.5Z","level":"warn","message":"slow","id":9007199254740993}
  {"stream":"stderr","time":"2026-11-24T10:00:01Z","level":"error","message":"no route","took":1.10}
  {"message":"Started session=4 for joe","stream":"stderr","time":"2026-11-24T10:00:02Z"}

The format may be named, one of one's own as well.

  $ weir-parse --nested message:logfmt --only level,message,took docker.log
  {"message":"{\"level\":\"WARN\",\"msg\":\"slow\",\"id\":9007199254740993}"}
  {"level":"error","message":"no route","took":1.10}
  {"message":"Started session=4 for joe"}
  $ echo '{"MESSAGE":"GET /cart 200","_PID":"7","__REALTIME_TIMESTAMP":"1795514400000000"}' >journal.log
  $ mkdir formats
  $ cat >formats/req.json <<'EOF'
  > {"name": "req", "patterns": [{"name": "req", "regex": "(?<method>[A-Z]+) (?<path>\\S+) (?<status>[0-9]{3})"}],
  >  "fields": {"status": {"type": "integer"}}}
  > EOF
  $ weir-parse --formats formats --nested message:req --where 'status == 200' --only status,path journal.log
  {"path":"/cart","status":200}

Where the record has a field of that name already, it is kept, and the inner one is called after the field it came from.

  $ echo '{"time":"2026-11-24T10:00:00Z","level":"info","a":1,"message.a":2,"message":"{\"time\":\"2026-11-24T11:00:00+02:00\",\"level\":\"err\",\"a\":3,\"b\":4,\"b\":5}"}' >twice.log
  $ weir-parse --nested message twice.log
  {"time":"2026-11-24T10:00:00Z","level":"info","a":1,"message.a":2,"message.time":"2026-11-24T09:00:00Z","message.level":"error","message.message.a":3,"b":4,"b":5}

So can an object be that stands there as itself, and what came out of a field in its turn. Keys that weir keeps for itself
come back under `log.`.

  $ echo '{"message":{"ctx":"user=joe code=7","_raw":1}}' >deep.log
  $ weir-parse --nested message --nested ctx deep.log
  {"log._raw":1,"user":"joe","code":7}

A field that never comes is said, and so is one that never can be parsed.

  $ weir-parse --nested mesage --nested stream --only time docker.log
  weir-parse: warning: --nested: no record had a field 'mesage'
  weir-parse: warning: --nested: 'stream' was never json or logfmt; it stays as it was
  {"time":"2026-11-24T10:00:00.5Z"}
  {"time":"2026-11-24T10:00:01Z"}
  {"time":"2026-11-24T10:00:02Z"}
  $ weir-parse --nested message:jsn docker.log
  weir-parse: error: --nested: there is no format 'jsn'; did you mean 'json'?
  [64]
  $ weir-parse --nested _raw docker.log
  weir-parse: error: --nested: '_raw' is a key that weir keeps for itself (weir-record(5))
  [64]
