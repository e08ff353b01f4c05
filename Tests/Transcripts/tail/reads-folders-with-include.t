A folder is read with all below it; `--include` says which names are wanted.

  $ wait_for() { n=0; until grep -qs -- "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ mkdir -p logs/deep; echo one >logs/a.log; echo two >logs/deep/b.log; echo none >logs/notes.txt
  $ weir-tail --once --include '*.log' logs
  {"_raw":"one","_file":"logs/a.log","_offset":0}
  {"_raw":"two","_file":"logs/deep/b.log","_offset":0}

Files that appear are read from their start, in new folders too.

  $ weir-tail -F --raw --include '*.log' --include '*.txt' logs >out 2>err & tail=$!
  $ wait_for none
  $ echo three >logs/deep/c.log; wait_for three
  $ mkdir logs/new; echo four >logs/new/d.log; wait_for four
  $ kill $tail; wait $tail; cat err; sort out
  four
  none
  one
  three
  two
