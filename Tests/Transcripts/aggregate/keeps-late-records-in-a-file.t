Records that come after their window has left are appended to the file of `--late`, as they came.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:10Z", "n":1}
  > {"time":"2026-11-24T10:05:00Z", "n":2}
  > {"time":"2026-11-24T10:00:20Z", "n":3}
  > EOF
  $ weir-aggregate --every 1m --late late.ndjson count --input records 2>/dev/null; cat late.ndjson
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":1,"_by":[]}
  {"time":"2026-11-24T10:05:00Z","window":"1m","count":1,"_by":[]}
  {"time":"2026-11-24T10:00:20Z", "n":3}
