`--poll` looks four times a second, for file systems that do not tell of changes.

  $ wait_for() { n=0; until grep -qs -- "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ echo one >app.log
  $ weir-tail -F --poll --raw app.log >out 2>err & tail=$!
  $ wait_for one; echo two >>app.log; wait_for two
  $ mv app.log app.log.1; echo three >>app.log.1; echo four >app.log; wait_for four
  $ kill $tail; wait $tail; cat err out
  one
  two
  three
  four
