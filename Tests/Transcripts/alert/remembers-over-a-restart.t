With `--state`, what is pending or firing lasts over a restart: the alert fires once, and on time. Here each run brings one minute.

  $ export WEIR_STATE=state
  $ minute() { echo "{\"time\":\"2026-11-24T10:0$1:00Z\",\"window\":\"1m\",\"path\":\"/a\",\"errors\":$2,\"_by\":[\"path\"]}" >>metrics; weir-tail --once --raw metrics | weir-alert --name burning --when 'errors > 5' --for 2m --exit-code 2>err | tee stage | weir-commit alerts; grep -c '"stages":\["weir-alert"\]' stage; cat err; }
  $ minute 0 1
  1
  $ minute 1 9
  1
  $ minute 2 9
  1
  $ wc -l <alerts
  0
  $ minute 3 9; cat alerts
  1
  {"time":"2026-11-24T10:03:00Z","alert":"burning","state":"firing","labels":{"path":"/a"},"value":9,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"19fd183967fa2342","window":"1m"}

Restarted while it fires, it does not fire again, and it resolves.

  $ minute 4 9; minute 5 2; tail -n +2 alerts
  1
  1
  {"time":"2026-11-24T10:05:00Z","alert":"burning","state":"resolved","labels":{"path":"/a"},"value":2,"starts_at":"2026-11-24T10:01:00Z","ends_at":"2026-11-24T10:05:00Z","fingerprint":"19fd183967fa2342","window":"1m"}
  $ weir state show state
  run 6: ended at mark 6
  committed: mark 6 by weir-commit
  weir-alert: saved at mark 5, mark 6
  weir-tail: saved at mark 5, mark 6

Another alert does not inherit its state, which is said.

  $ minute 6 9; minute 7 9; minute 8 9 >out
  1
  1
  $ echo '{"time":"2026-11-24T10:09:00Z","window":"1m","path":"/a","errors":9,"_by":["path"]}' >>metrics
  $ weir-tail --once --raw metrics | weir-alert --name flooded --when 'errors > 5' | weir-commit alerts; tail -n 1 alerts | jq -c '[.alert, .state]'
  weir-alert: warning: 'burning' was firing for 1 series, and there is no such rule any more
  ["flooded","firing"]
