With `--state` a window that is not over stays, and leaves in a later run, with what came meanwhile.

  $ export WEIR_STATE=state
  $ run() { weir-tail --once app.log | weir-parse | weir-aggregate --every 1h --late late "$@" count 'sum(bytes)' | weir-commit hours; }
  $ echo '{"time":"2026-11-24T10:10:00Z","bytes":1}' >app.log; run; cat hours
  $ echo '{"time":"2026-11-24T10:50:00Z","bytes":2}' >>app.log; run; cat hours
  $ echo '{"time":"2026-11-24T11:10:00Z","bytes":4}' >>app.log; run; cat hours
  {"time":"2026-11-24T10:00:00Z","window":"1h","count":2,"bytes_sum":3,"_by":[]}
  $ echo '{"time":"2026-11-24T10:20:00Z","bytes":8}' >>app.log; run; jq -c '[.time, .bytes]' late
  ["2026-11-24T10:20:00Z",8]

`--flush` lets go of what is open.

  $ run --flush; cat hours
  {"time":"2026-11-24T10:00:00Z","window":"1h","count":2,"bytes_sum":3,"_by":[]}
  {"time":"2026-11-24T11:00:00Z","window":"1h","count":1,"bytes_sum":4,"_by":[]}

Another question cannot take up what was saved.

  $ weir-tail --once app.log | weir-parse | weir-aggregate --every 1h --by path count >out
  weir-aggregate: error: state: what weir-aggregate remembered at mark 5 does not fit: other options or another version wrote it. Run it as before, or begin anew with 'weir state reset state'
  [78]
