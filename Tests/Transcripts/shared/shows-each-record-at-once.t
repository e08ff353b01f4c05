Whoever waits at the end of a pipe sees each line as it comes: all filters write what they have before they wait for more.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ : >app.log
  $ { weir-tail -F app.log & echo $! >pid; wait; } | weir-parse --pattern '(?<n>\d+)' | weir-enrich --set 'm = n * 2' >out & sleep 0.1
  $ echo n=21 >>app.log; wait_for '"m":42'
  $ echo n=4 >>app.log; wait_for '"m":8'
  $ kill "$(cat pid)"; wait
  $ cat out
  {"n":"21","_file":"app.log","_offset":0,"m":42}
  {"n":"4","_file":"app.log","_offset":5,"m":8}
