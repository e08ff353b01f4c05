An alert brings along its last values, the lists that came with the metric, and with `--evidence` the last records of its series.

  $ cat >log.ndjson <<EOF
  > {"time":"2026-11-24T09:59:10Z","path":"/a","status":200}
  > {"time":"2026-11-24T10:00:10Z","path":"/a","status":500,"message":"no route to shard 7"}
  > {"time":"2026-11-24T10:00:20Z","path":"/b","status":500}
  > {"time":"2026-11-24T10:00:30Z","path":"/a","status":503}
  > {"time":"2026-11-24T10:07:00Z","path":"/a","status":200}
  > EOF
  $ weir-aggregate --every 1m --by path 'sum(status >= 500 ? 1 : 0) as errors' 'values(status, 3)' --input log.ndjson >metrics
  $ weir-alert --when 'errors >= 2' --evidence log.ndjson --label severity=page --input metrics | jq -c '[.state, .labels, .values, .samples, .records]'
  ["firing",{"path":"/a","severity":"page"},[["2026-11-24T09:59:00Z",0],["2026-11-24T10:00:00Z",2]],{"status_values":[500,503]},[{"time":"2026-11-24T10:00:10Z","path":"/a","status":500,"message":"no route to shard 7"},{"time":"2026-11-24T10:00:30Z","path":"/a","status":503}]]
  ["resolved",{"path":"/a","severity":"page"},[["2026-11-24T09:59:00Z",0],["2026-11-24T10:00:00Z",2]],null,null]

A file that is not there is no evidence, and no trouble.

  $ weir-alert --when 'errors >= 2' --evidence missing.ndjson --input metrics | jq -c '[.state, .records]'
  ["firing",null]
  ["resolved",null]
