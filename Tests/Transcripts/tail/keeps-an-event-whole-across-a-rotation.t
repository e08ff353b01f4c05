A stack trace that a rotation cuts in two is one event: the generations of a log are one source.

  $ at() { printf '2026-11-24 10:00:0%s,123 [main] %s com.acme.Shop - %s\n' "$@"; }
  $ { at 0 ERROR boom; printf '\tat one\n'; } >app.log.1; { printf '\tat two\n'; at 1 INFO fine; } >app.log
  $ weir-tail --once 'app.log*' | weir-parse | jq -c .message
  "boom\n\tat one\n\tat two"
  "fine"
