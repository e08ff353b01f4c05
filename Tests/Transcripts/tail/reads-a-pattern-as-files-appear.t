A quoted pattern is looked at again as files appear. What is no file (a FIFO, a socket, a device) is left out with a warning, and
nothing waits for it.

  $ wait_for() { n=0; until grep -qs -- "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ mkfifo pipe.log; ln -s /dev/zero zero.log; echo one >a.log
  $ weir-tail "unix://$PWD/socket.log" >/dev/null 2>&1 & listener=$!
  $ n=0; until [ -S socket.log ] || [ $n -gt 400 ]; do n=$((n + 1)); sleep 0.025; done
  $ weir-tail -F --raw '*.log' >out 2>err & tail=$!
  $ wait_for one
  $ echo two >b.log; wait_for two
  $ echo three >>a.log; wait_for three
  $ kill $tail $listener; wait $tail $listener; cat err out
  weir-tail: warning: pipe.log: is a FIFO; skipped
  weir-tail: warning: socket.log: is a socket; skipped
  weir-tail: warning: zero.log: is a device; skipped
  one
  two
  three

Generations of a log are one log, read oldest first, and compressed ones as well.

  $ seq 1 3 >app.log.2; gzip app.log.2; seq 4 6 >app.log.1; seq 7 9 >app.log
  $ weir-tail --once --raw 'app.log*' | tr '\n' ' '; echo
  1 2 3 4 5 6 7 8 9 
  $ weir-tail --once app.log app.log.1 app.log.2.gz | head -n 1
  {"_raw":"1","_file":"app.log","_offset":0}

A pattern that nothing fits is no error; more may come.

  $ weir-tail --once 'nothing*.here'
