The values that led to an alert are those of the records, however many digits they have.

  $ printf '{"time":"2026-11-24T10:0%s:00Z","ratio":%s}\n' 0 0.1 1 0.3333333333333333 2 9e-1 >metrics
  $ weir-alert --name high --when 'ratio > 0.5' --input metrics | jq -c '[.value, .values]'
  [0.9,[["2026-11-24T10:00:00Z",0.1],["2026-11-24T10:01:00Z",0.3333333333333333],["2026-11-24T10:02:00Z",0.9]]]
