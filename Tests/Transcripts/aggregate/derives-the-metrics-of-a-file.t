With `--derive` a file lists the metrics, each of its own records and by its own labels, from one pass.

  $ cat >metrics.yaml <<EOF
  > metrics:
  >   - name: requests_total
  >     type: counter
  >     labels: [path, status]
  >   - name: sent_bytes
  >     type: counter
  >     value: bytes
  >     where: status < 400
  >   - name: request_seconds
  >     type: histogram
  >     value: duration
  >     buckets: [0.1, 0.5]
  >   - name: worst
  >     function: max(duration)
  >     labels: [path]
  >     help: The slowest request.
  > EOF
  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:10Z","path":"/","status":200,"bytes":10,"duration":0.05}
  > {"time":"2026-11-24T10:00:20Z","path":"/","status":500,"bytes":20,"duration":0.7}
  > {"time":"2026-11-24T10:01:20Z","path":"/cart","status":200,"bytes":40,"duration":0.2}
  > EOF
  $ weir-aggregate --derive metrics.yaml --every 1m --input records --ledger run.ledger
  {"time":"2026-11-24T10:00:00Z","window":"1m","name":"requests_total","unit":"{record}","type":"sum","labels":{"path":"/","status":200},"value":1,"_by":["path","status"]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","name":"requests_total","unit":"{record}","type":"sum","labels":{"path":"/","status":500},"value":1,"_by":["path","status"]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","name":"sent_bytes","unit":"By","type":"sum","labels":{},"value":10,"_by":[]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","name":"request_seconds","unit":"s","type":"histogram","labels":{},"buckets":{"bounds":[0.1,0.5],"counts":[1,0,1],"sum":0.75},"_by":[]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","name":"worst","unit":"s","type":"gauge","labels":{"path":"/"},"value":0.7,"_by":["path"]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","name":"requests_total","unit":"{record}","type":"sum","labels":{"path":"/cart","status":200},"value":1,"_by":["path","status"]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","name":"sent_bytes","unit":"By","type":"sum","labels":{},"value":40,"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","name":"request_seconds","unit":"s","type":"histogram","labels":{},"buckets":{"bounds":[0.1,0.5],"counts":[0,1,0],"sum":0.2},"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","name":"worst","unit":"s","type":"gauge","labels":{"path":"/cart"},"value":0.2,"_by":["path"]}
  $ weir ledger run.ledger
  stage           in  passed  absorbed  dropped  created  out
  weir-aggregate   3       0         3        0        9    9
  adds up
  $ weir-aggregate --derive metrics.yaml count --input records
  weir-aggregate: error: --derive: the file says what is computed; functions does not go with it
  [64]

What is wrong with the file is shown at its place.

  $ printf 'metrics:\n  - name: a\n    type: conter\n' >wrong.yaml; weir-aggregate --derive wrong.yaml
  weir-aggregate: wrong.yaml:3:11: error: a metric needs a 'type', one of counter, gauge, histogram, or a 'function'
  [78]
  $ printf 'metrics:\n  - name: a\n    tipe: counter\n' >wrong.yaml; weir-aggregate --derive wrong.yaml
  weir-aggregate: wrong.yaml:3:5: error: unknown key 'tipe'; did you mean 'type'?
  [78]
  $ printf 'metrics:\n  - {name: a, type: gauge, value: "bytes +"}\n' >wrong.yaml; weir-aggregate --derive wrong.yaml
  weir-aggregate: wrong.yaml:2:35: error: something is missing at the end
  [78]
  $ printf 'metrics:\n  - name: a\n  type: gauge\n' >wrong.yaml; weir-aggregate --derive wrong.yaml
  weir-aggregate: wrong.yaml:3:3: error: did not find expected '-' indicator
  [78]
  $ printf 'metrics: &all\n  - *all\n' >wrong.yaml; weir-aggregate --derive wrong.yaml
  weir-aggregate: wrong.yaml:2:5: error: aliases (*name) are not taken
  [78]
  $ weir-aggregate --derive missing.yaml
  weir-aggregate: error: --derive missing.yaml: No such file or directory
  [66]
