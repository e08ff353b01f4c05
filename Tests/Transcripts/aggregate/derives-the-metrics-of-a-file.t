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
  $ weir ledger run.ledger
  $ weir-aggregate --derive metrics.yaml count --input records

What is wrong with the file is shown at its place.

  $ printf 'metrics:\n  - name: a\n    type: conter\n' >wrong.yaml; weir-aggregate --derive wrong.yaml
  $ printf 'metrics:\n  - name: a\n    tipe: counter\n' >wrong.yaml; weir-aggregate --derive wrong.yaml
  $ printf 'metrics:\n  - {name: a, type: gauge, value: "bytes +"}\n' >wrong.yaml; weir-aggregate --derive wrong.yaml
  $ printf 'metrics:\n  - name: a\n  type: gauge\n' >wrong.yaml; weir-aggregate --derive wrong.yaml
  $ printf 'metrics: &all\n  - *all\n' >wrong.yaml; weir-aggregate --derive wrong.yaml
  $ weir-aggregate --derive missing.yaml
