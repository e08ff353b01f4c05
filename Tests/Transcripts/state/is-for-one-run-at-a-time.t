Two runs at once on one state directory: the second ends with status 75, at once. What holds the lock cannot leave it behind.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ export WEIR_STATE=state; seq 3 >app.log
  $ weir-tail -F --raw app.log >out 2>err & tail=$!
  $ wait_for 3
  $ timeout 1 weir-tail --once app.log
  weir-tail: error: state: another run is using this state
  [75]
  $ weir state reset state
  weir state reset: error: state: another run is using this state
  [75]
  $ kill -9 $tail; { wait $tail; } 2>/dev/null
  [137]
  $ timeout 1 weir-tail --once --raw app.log | grep -v _weir
  1
  2
  3
