stdout is /dev/full: a clear message, a status that is not 0, and no commit. What could not be written comes again.

  $ export WEIR_STATE=state; seq 2 >app.log
  $ weir-tail --once --raw app.log >/dev/full
  weir-tail: error: standard output: No space left on device
  [74]
  $ weir-tail --once --raw --commit-on write app.log >/dev/full
  weir-tail: error: standard output: No space left on device
  [74]
  $ weir state show state
  run 2: broke off
  committed: mark 0
  weir-tail: saved at mark 0
  $ weir-tail --once --raw --commit-on write app.log
  1
  2

In the middle of a pipeline, too.

  $ export WEIR_STATE=state2
  $ weir-tail --once app.log | weir-parse --pattern '(?<n>\d+)' 2>&1 >/dev/full | grep -c 'No space left'
  1
  $ weir state show state2 | grep committed
  committed: mark 0
