The wall clock is set back an hour between two runs: nothing expires, and nothing is read again.

  $ export WEIR_STATE=state; seq 2 >app.log
  $ WEIR_NOW=2026-11-24T12:00:00Z weir-tail --once --raw app.log | WEIR_NOW=2026-11-24T12:00:00Z weir-commit out
  $ seq 3 4 >>app.log; touch -d '2026-11-24T11:00:00Z' app.log
  $ WEIR_NOW=2026-11-24T11:00:00Z weir-tail --once --raw app.log | WEIR_NOW=2026-11-24T11:00:00Z weir-commit out; cat out
  1
  2
  3
  4
