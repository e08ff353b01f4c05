`--heartbeat` writes a record every so often, by the clock: when the pipeline is killed, it stops.

  $ mkfifo in; : >out; weir-alert --heartbeat 100ms --when 'count > 5' <in >out & exec 9>in; until [ "$(wc -l <out)" -ge 3 ]; do sleep 0.05; done; kill -9 $!; wait $! 2>/dev/null; exec 9>&-
  $ beats=$(wc -l <out); sleep 0.3; test "$(wc -l <out)" -eq "$beats" && echo it has stopped
  it has stopped
  $ head -n 1 out | jq -c '[.alert, .state, .labels, .ends_at]'
  ["heartbeat","firing",{},null]

It needs no rule, and each beat runs the program.

  $ mkfifo in2; weir-alert --heartbeat 100ms --exec touch <in2 >out2 -- beaten & exec 9>in2; until [ -e beaten ]; do sleep 0.05; done; exec 9>&-; wait; jq -r .alert out2 | sort -u
  heartbeat

  $ weir-alert --heartbeat 1ms </dev/null
  weir-alert: error: --heartbeat: 1ms is too often; 100ms is the least
  [64]
