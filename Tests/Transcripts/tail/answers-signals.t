SIGUSR1 asks how it goes: files, positions, how far behind. SIGHUP has it look for files anew.

  $ wait_for() { n=0; until grep -qs -- "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ told() { n=0; until grep -q "$1" err; do n=$((n + 1)); [ $n -lt 400 ] || break; sleep 0.025; done; }
  $ seq 3 >app.log
  $ weir-tail -F --raw app.log >out 2>err & tail=$!
  $ wait_for 3; kill -USR1 $tail; told 'app.log: byte'
  $ kill -HUP $tail; echo still here >>app.log; wait_for 'still here'
  $ kill $tail; wait $tail; cat err
  weir-tail: 1 log, 1 file, 0 streams; 0 bytes behind
  weir-tail: app.log: byte 6 of 6, 0 behind, 0 s
