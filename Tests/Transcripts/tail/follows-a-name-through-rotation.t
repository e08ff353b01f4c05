`-F` (`--follow-name`) follows the name. The new file is read from its start, and the file that was moved away to its end:
its writer may have it open for a while yet.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ echo old-1 >app.log; exec 9>>app.log
  $ weir-tail -F app.log >out 2>err & tail=$!
  $ wait_for old-1
  $ mv app.log app.log.1; echo old-2 >&9; wait_for old-2
  $ echo new-1 >app.log; wait_for new-1
  $ echo old-3 >&9; exec 9>&-; wait_for old-3

It may happen again at once, and to a file whose last line has no newline: `_partial` says that its end never came.

  $ printf 'new-2' >>app.log; mv app.log app.log.2; echo newer-1 >app.log
  $ wait_for newer-1
  $ kill $tail; wait $tail
  $ cat err; sort out
  {"_raw":"new-1","_file":"app.log","_offset":0}
  {"_raw":"new-2","_file":"app.log","_offset":6,"_partial":5}
  {"_raw":"newer-1","_file":"app.log","_offset":0}
  {"_raw":"old-1","_file":"app.log","_offset":0}
  {"_raw":"old-2","_file":"app.log","_offset":6}
  {"_raw":"old-3","_file":"app.log","_offset":12}
