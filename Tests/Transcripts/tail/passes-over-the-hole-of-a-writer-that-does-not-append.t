A program that writes to its log with `>` and not `>>` goes on at its old place when the log is truncated under it. What is before
that place reads as NULs; weir-tail passes over them and says so.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ exec 3>app.log; printf 'one\ntwo\n' >&3
  $ weir-tail -F --raw app.log >out 2>err & tail=$!
  $ wait_for two
  $ cp app.log app.log.1; : >app.log; n=0; until grep -q truncated err || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done
  $ printf 'three\n' >&3; exec 3>&-; wait_for three
  $ kill $tail; wait $tail
  $ cat err out
  weir-tail: app.log: copied to app.log.1 and truncated; reading from its start; what was written between the two is lost
  weir-tail: app.log: 8 NULs skipped: it was truncated under a program that does not append to it; start that one with >>
  one
  two
  three
