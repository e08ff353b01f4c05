What is in the state decides what is read and what is cut off, so it has to be one's own.

  $ echo one >app.log; mkdir real shared; ln -s real link; chmod 777 shared
  $ weir-tail --once --state link app.log
  weir-tail: error: link: is a symbolic link or no directory; state is kept in neither
  [78]
  $ weir-tail --once --state shared/state app.log 2>&1 | sed 's/to .*shared/to shared/'
  weir-tail: error: shared/state: others may write to shared and could put another state there; choose a place that is yours
  $ weir-tail --once --state /nowhere/state app.log
  weir-tail: error: /nowhere/state: No such file or directory
  [78]
  $ weir-tail --once --state . app.log
  weir-tail: error: .: a state directory needs a name of its own
  [78]

It is made for its owner alone.

  $ weir-tail --once --state state app.log >/dev/null; stat -c '%a %n' state state/run state/commit
  700 state
  600 state/run
  600 state/commit
