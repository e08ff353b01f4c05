With `-F` a file need not be there yet.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ weir-tail --follow-name --raw late.log >out 2>err & tail=$!
  $ n=0; until grep -qs late.log err || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done
  $ echo here I am >late.log; wait_for 'here I am'
  $ kill $tail; wait $tail
  $ cat err out
  weir-tail: error: late.log: No such file or directory; waiting for it to appear
  here I am

With `-f` it must be.

  $ weir-tail --follow nowhere.log
  weir-tail: error: nowhere.log: No such file or directory
  [66]
