A file that appears late, and a folder that is removed and made again: followed within two seconds.

  $ wait_for() { n=0; until grep -qs -- "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ weir-tail -F --raw logs/app.log >out 2>err & tail=$!
  $ n=0; until grep -qs waiting err || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done
  $ mkdir logs; echo one >logs/app.log; wait_for one
  $ rm -r logs; mkdir logs; echo two >logs/app.log; wait_for two
  $ echo three >>logs/app.log; wait_for three
  $ kill $tail; wait $tail; cat out
  one
  two
  three
