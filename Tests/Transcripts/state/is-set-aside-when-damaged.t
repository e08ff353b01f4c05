A state file that is torn, NUL-filled or of a later version is set aside. Nothing is read again in silence: somebody has to say so.

  $ export WEIR_STATE=state; echo one >app.log
  $ weir-tail --once --raw app.log | weir-commit out
  $ head -c 20 state/commit >torn; cat torn >state/commit
  $ weir-tail --once --raw app.log | weir-commit out
  weir-tail: error: state/commit is damaged; it was set aside as commit.broken. Nothing was read or written; 'weir state reset state' forgets the state, and the next run reads everything again
  weir-commit: error: nothing came, not even the begin of a stream with marks: weir-tail or a filter upstream has failed
  [74]
  $ weir-tail --once --raw app.log
  weir-tail: error: state/commit.broken was set aside because it is damaged or of a later version. Nothing was read or written; 'weir state reset state' forgets the state, and the next run reads everything again
  [78]
  $ weir state show state
  weir state show: error: state/commit.broken was set aside because it is damaged or of a later version. Nothing was read or written; 'weir state reset state' forgets the state, and the next run reads everything again
  [78]
  $ weir state reset state; weir-tail --once --raw app.log | weir-commit out; cat out
  one
  one
