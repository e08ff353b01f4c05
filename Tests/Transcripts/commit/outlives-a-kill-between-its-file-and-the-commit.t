kill -9 of the sink between the fsync of its output and the commit: the file has what the state does not know of. Such a state is what
there was before the commit; here it is put back.

  $ export WEIR_STATE=state; seq 3 >app.log
  $ weir-tail --once --raw app.log | weir-commit out; cp state/commit before
  $ seq 4 6 >>app.log; weir-tail --once --raw app.log | weir-commit out
  $ cp before state/commit; wc -l <out
  6
  $ seq 7 8 >>app.log; weir-tail --once --raw app.log 2>err | weir-commit out; cat out
  1
  2
  3
  4
  5
  6
  7
  8
  $ cat err
  weir-tail: warning: the last run ended well at mark 2, but only mark 1 was committed; reading again from there. Does the pipeline end in a sink that commits, such as weir-commit, and does every program in it pass the lines on that begin with {"_weir"?

The same at the very first mark: then it is what was in the file before that stays.

  $ export WEIR_STATE=state2; echo 'before us' >out2
  $ weir-tail --once --raw /dev/null | weir-commit out2; cp state2/commit before
  $ weir-tail --once --raw app.log | weir-commit out2; cp before state2/commit
  $ weir-tail --once --raw app.log 2>err | weir-commit out2; head -n 2 out2; wc -l <out2
  before us
  1
  9
