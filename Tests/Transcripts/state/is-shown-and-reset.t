`weir state show` tells how far a pipeline has come.

  $ export WEIR_STATE=state; seq 3 >app.log
  $ weir-tail --once --raw app.log | weir-commit out
  $ weir state show state
  run 1: ended at mark 1
  committed: mark 1 by weir-commit
  weir-tail: saved at mark 0, mark 1

`weir state reset` forgets it.

  $ weir state reset state; weir state show state
  no run has begun here
  $ weir-tail --once --raw app.log | weir-commit out; wc -l <out
  6

Only a directory that weir has made is one.

  $ mkdir letters; echo dear >letters/aunt
  $ weir state reset letters
  weir state reset: error: letters: has files in it, but none of weir's; state wants a directory of its own
  [78]
  $ weir state show nowhere
  weir state show: error: nowhere: No such file or directory
  [78]
