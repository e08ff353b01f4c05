A stack trace that a kill -9 cuts in two is one event: what had come of it waits in the state, for as long as the pipeline is down.

  $ export WEIR_STATE=state
  $ at() { printf '2026-11-24 10:00:0%s,123 [main] %s com.acme.Shop - %s\n' "$@"; }
  $ { at 0 ERROR boom; printf '\tat one\n'; } >app.log
  $ { weir-tail -F --mark-every 5ms app.log & echo $! >pid; wait; } 2>/dev/null | weir-parse 2>err | weir-commit out 2>/dev/null &
  $ n=0; until weir state show state 2>&1 | grep -q "committed: mark [1-9]"; do n=$((n + 1)); [ $n -lt 400 ] || break; sleep 0.025; done
  $ kill -9 "$(cat pid)"; wait; cat err out
  weir-parse: error: the stream ended without its end mark: a filter upstream died; nothing is closed
  $ printf '\tat two\n' >>app.log
  $ weir-tail --once app.log | weir-parse | weir-commit out
  $ { printf '\tat three\n'; at 1 INFO fine; } >>app.log
  $ weir-tail --once app.log | weir-parse --flush | weir-commit out
  $ jq -c .message out
  "boom\n\tat one\n\tat two\n\tat three"
  "fine"
