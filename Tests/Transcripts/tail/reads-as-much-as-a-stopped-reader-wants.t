Ctrl-C and SIGTERM stop the reader of the source; what it has read goes through to the end, and the filters behind it finish.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ seq 3 >app.log
  $ { weir-tail -f app.log & echo $! >pid; wait; } | weir-parse --pattern '(?<n>\d+)' --types n:integer | tee out | weir-aggregate 'sum(n)' count >total &
  $ wait_for '"n":3'; kill "$(cat pid)"; wait
  $ cat total
  {"n_sum":6,"count":3,"_by":[]}
