`-f` gives each line as it is written. What is written without its newline waits for it.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ echo first >app.log
  $ weir-tail -f --raw app.log >out 2>err & tail=$!
  $ wait_for first
  $ echo second >>app.log; wait_for second
  $ printf 'half a' >>app.log; sleep 0.2; cat out
  first
  second
  $ echo ' line' >>app.log; wait_for 'half a line'

Moved away, it is still the same file.

  $ mv app.log app.log.1; echo moved >>app.log.1; wait_for moved

A signal ends it: what is there is given out, and the status is 0.

  $ printf 'no newline' >>app.log.1; kill $tail; wait $tail
  $ cat out err
  first
  second
  half a line
  moved
  no newline
