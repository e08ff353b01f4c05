The labels of a series are the fields that `_by` names. Without `_by` they are the texts but `time` and `window`.

  $ echo '{"time":"2026-11-24T10:00:00Z","window":"1m","path":"/a","status":500,"host":"h","count":9,"_by":["path","status"]}' >metrics
  $ weir-alert --when 'count > 5' --input metrics | jq -c .labels
  {"path":"/a","status":500}
  $ sed 's/,"_by":.*/}/' metrics | weir-alert --when 'count > 5' | jq -c .labels
  {"path":"/a","host":"h"}

A total has no time. Then it is now; WEIR_NOW says when that is.

  $ echo '{"count":9,"_by":[]}' | WEIR_NOW=2026-11-24T12:00:00Z weir-alert --when 'count > 5' | jq -c '[.time, .starts_at]'
  ["2026-11-24T12:00:00Z","2026-11-24T12:00:00Z"]

A time that is none is a reject.

  $ echo '{"time":"noon","count":9}' >bad
  $ weir-alert --when 'count > 5' --input bad --rejects rejects.ndjson >out 2>err; jq -r .reason rejects.ndjson
  bad-time
