A follower of an idle file sees that its reader has gone, and ends without a word.

  $ echo only >app.log
  $ { timeout 20 weir-tail -F --raw app.log 2>err; echo $? >status; } | head -n 1
  only
  $ n=0; until [ -s status ] || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done; cat status err
  0|141 (re)
