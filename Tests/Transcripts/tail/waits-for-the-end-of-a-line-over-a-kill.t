With a state, the beginning of a line waits for its end, even if weir-tail is killed in between.

  $ wait_for() { n=0; until grep -qs -- "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ printf 'first\nabc' >app.log
  $ weir-tail -F --raw --state state --commit-on write --mark-every 10ms app.log >out 2>err & tail=$!
  $ wait_for first; n=0; until weir state show state 2>/dev/null | grep -q 'committed: mark [1-9]' || [ $n -gt 100 ]; do n=$((n + 1)); sleep 0.025; done
  $ kill -9 $tail; wait $tail 2>/dev/null; printf 'def\n' >>app.log
  $ weir-tail --once --raw --state state --commit-on write app.log
  abcdef
