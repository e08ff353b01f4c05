Two aggregates in one pipeline have two snapshots in one state: minutes made into hours, over three runs.

  $ export WEIR_STATE=state
  $ run() { weir-tail --once app.log | weir-parse | weir-aggregate --every 1m 'sum(bytes) as bytes' | weir-aggregate --every 1h "$@" 'sum(bytes)' 'max(bytes)' | weir-commit hours; }
  $ for minute in 10 10 11; do echo "{\"time\":\"2026-11-24T10:$minute:00Z\",\"bytes\":1}"; done >app.log; run
  $ for minute in 11 30 59; do echo "{\"time\":\"2026-11-24T10:$minute:30Z\",\"bytes\":4}"; done >>app.log; run
  $ ls state | sed -n 's|.lock$||p'
  weir-aggregate#2
  weir-aggregate
  weir-commit
  weir-parse
  $ echo '{"time":"2026-11-24T11:40:00Z","bytes":2}' >>app.log; run
  $ echo '{"time":"2026-11-24T12:20:00Z","bytes":2}' >>app.log; run; cat hours
  {"time":"2026-11-24T10:00:00Z","window":"1h","bytes_sum":15,"bytes_max":5,"_by":[]}

The same in one run, without a state:

  $ unset WEIR_STATE; weir-tail --once app.log | weir-parse | weir-aggregate --every 1m 'sum(bytes) as bytes' | weir-aggregate --every 1h 'sum(bytes)' 'max(bytes)' | head -n 1
  {"time":"2026-11-24T10:00:00Z","window":"1h","bytes_sum":15,"bytes_max":5,"_by":[]}
