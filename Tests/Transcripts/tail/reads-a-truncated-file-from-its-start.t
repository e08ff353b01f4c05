A file that is emptied and written again (copytruncate) is read from its start, and weir-tail says so: what was written between the
copy and the truncation may be lost.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ printf 'one\ntwo\n' >app.log
  $ weir-tail -F --raw app.log >out 2>err & tail=$!
  $ wait_for two
  $ cp app.log app.log.1; : >app.log; n=0; until grep -q truncated err || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done
  $ echo three >>app.log; wait_for three
  $ kill $tail; wait $tail
  $ cat err out
  weir-tail: app.log: copied to app.log.1 and truncated; reading from its start; what was written between the two is lost
  one
  two
  three
