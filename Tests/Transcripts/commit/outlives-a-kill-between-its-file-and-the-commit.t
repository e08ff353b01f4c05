kill -9 of the sink between the fsync of its output and the commit: the file has what the state does not know of. That is put
together here: the commit is taken aside when everything is written and the end has not come, and put back afterwards.

  $ export WEIR_STATE=state
  $ aside() { while IFS= read -r line; do case $line in *'"_weir":"end"'*) until [ "$(wc -l <"$1")" -eq "$2" ]; do sleep 0.01; done; cp $WEIR_STATE/commit before ;; esac; printf '%s\n' "$line"; done; }
  $ seq 3 >app.log; weir-tail --once --raw app.log | weir-commit out
  $ seq 4 6 >>app.log; weir-tail --once --raw app.log | aside out 6 | weir-commit out
  $ cp before state/commit; wc -l <out
  6
  $ seq 7 8 >>app.log; weir-tail --once --raw app.log | weir-commit out; cat out
  1
  2
  3
  4
  5
  6
  7
  8

The same at the very first mark: then it is what was in the file before that stays.

  $ export WEIR_STATE=state2; echo 'before us' >out2
  $ weir-tail --once --raw app.log | aside out2 9 | weir-commit out2; cp before state2/commit
  $ weir-tail --once --raw app.log | weir-commit out2; head -n 2 out2; wc -l <out2
  before us
  1
  9
