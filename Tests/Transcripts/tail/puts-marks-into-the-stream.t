With `--state`, the stream begins, is marked from time to time (`--mark-every`), and ends. What every filter behind it remembers at a
mark is saved with it, and the sink commits it.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ seq 2 >app.log
  $ weir-tail -F --raw --state state --mark-every 10ms app.log >out & tail=$!
  $ wait_for '"n":1'; echo 3 >>app.log; wait_for '"n":2'; kill $tail; wait $tail
  $ sed 's/"nonce":"[0-9a-f]*"/NONCE/' out | head -n 6
  {"_weir":"begin","epoch":1,"from":0,NONCE}
  1
  2
  {"_weir":"mark","epoch":1,"n":1,NONCE,"sources":[{"file":"app.log","offset":4}]}
  3
  {"_weir":"mark","epoch":1,"n":2,NONCE,"sources":[{"file":"app.log","offset":6}]}
  $ tail -n 1 out | jq -c '[._weir, .epoch, .sources]'
  ["end",1,[{"file":"app.log","offset":6}]]

Nothing committed these marks, so the next run begins where this one did, and says so. That is also what happens where a program in
the pipe does not pass control records on.

  $ weir-tail --once --raw --state state app.log 2>err | head -n 2 | sed 's/"nonce":"[0-9a-f]*"/NONCE/'; sed 's/at mark [0-9]*,/at mark N,/' err
  {"_weir":"begin","epoch":2,"from":0,NONCE}
  1
  weir-tail: warning: the last run ended well at mark N, but no sink took part in it; reading again from mark 0. Does the pipeline end in a sink that commits, such as weir-commit, and does every program in it pass the lines on that begin with {"_weir"?

`--commit-on write` is the weaker mode for a pipeline that ends in a foreign program: what was written to the pipe counts as done,
and there are no control records.

  $ weir-tail --once --raw --state weak --commit-on write app.log
  1
  2
  3
  $ echo 4 >>app.log; weir-tail --once --raw --state weak --commit-on write app.log
  4

  $ weir-tail --once --mark-every 1us app.log 2>&1 | head -n 1
  weir-tail: error: --mark-every: a mark takes a millisecond at least
