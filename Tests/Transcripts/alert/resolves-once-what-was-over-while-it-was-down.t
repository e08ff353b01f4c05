What was firing when the pipeline went down, and was over before it came back, is resolved once, at the time when it was.

  $ export WEIR_STATE=state
  $ metric() { echo "{\"time\":\"2026-11-24T10:0$1:00Z\",\"window\":\"1m\",\"path\":\"/a\",\"errors\":$2,\"_by\":[\"path\"]}" >>metrics; }
  $ run() { weir-tail --once --raw metrics | weir-alert --name burning --when 'errors > 5' --keep-firing-for 1m | weir-commit alerts; }
  $ metric 0 9; run; metric 1 9; metric 2 0; metric 3 0; metric 4 0; run; metric 5 0; run
  $ jq -c '[.time, .state]' alerts
  ["2026-11-24T10:00:00Z","firing"]
  ["2026-11-24T10:03:00Z","resolved"]
