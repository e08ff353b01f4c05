With `--pid` it follows for as long as a process runs: a build, say, that writes a log.

  $ wait_for() { n=0; until grep -qs -- "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ echo begun >build.log; sleep 30 & job=$!
  $ weir-tail -F --raw --pid $job build.log >out & tail=$!
  $ wait_for begun
  $ echo done >>build.log; kill $job; wait $tail; cat out
  begun
  done
  $ weir-tail --pid 1 build.log 2>&1 | head -n 1
  weir-tail: error: --pid ends the waiting of -f and -F; neither is given.
