The file is known by its device and inode, and by where ours begins in it. Another one under its name is left as it is.

  $ export WEIR_STATE=state
  $ echo one >app.log; weir-tail --once --raw app.log | weir-commit out; cat out
  one
  $ echo two >>app.log; cp out copy; mv copy out
  $ weir-tail --once --raw app.log | weir-commit out
  weir-commit: error: out: is not the file that was committed to; put that one back, or begin anew with 'weir state reset'
  [74]
  $ cat out
  one

Neither is one that somebody has shortened, or writes to as well.

  $ export WEIR_STATE=state2
  $ weir-tail --once --raw app.log | weir-commit out2; : >out2
  $ echo three >>app.log; weir-tail --once --raw app.log | weir-commit out2
  weir-commit: error: out2: has 0 bytes, but 8 were committed; somebody has shortened it
  [74]

Nothing can be taken back from what is no file.

  $ WEIR_STATE=state3; weir-tail --once --raw app.log | weir-commit /dev/null
  weir-commit: error: /dev/null: is no regular file; nothing written to it could be taken back
  [78]
