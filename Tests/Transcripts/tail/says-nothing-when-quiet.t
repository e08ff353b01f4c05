`-q` leaves out what is said of files that are truncated or put aside. Errors are said all the same.

  $ wait_for() { n=0; until grep -qs -- "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ seq 3 >app.log
  $ weir-tail -F -q --raw app.log >out 2>err & tail=$!
  $ wait_for 3; : >app.log; echo again >>app.log; wait_for again
  $ kill $tail; wait $tail; cat err
  $ weir-tail --quiet missing.log
  weir-tail: error: missing.log: No such file or directory
  [66]
