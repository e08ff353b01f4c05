`--history` appends each alert to a file, on the disk before its program runs, and how the program ended.

  $ metric() { printf '{"time":"2026-11-24T10:0%s:00Z","window":"1m","errors":%s,"_by":[]}\n' "$1" "$2"; }
  $ { metric 0 9; metric 1 0; } >metrics
  $ weir-alert --when 'errors > 5' --history history --exec sh --input metrics >out -- -c 'test "$WEIR_ALERT_STATE" = firing || exit 3'
  weir-alert: warning: --exec sh: ended with status 3
  [74]
  $ jq -c 'if .exec then [.exec, .status] else [.time, .alert, .state] end' history
  ["2026-11-24T10:00:00Z","errors > 5","firing"]
  ["2026-11-24T10:01:00Z","errors > 5","resolved"]
  ["sh",0]
  ["sh",3]
  $ jq -r .fingerprint history | sort -u | wc -l
  1

What cannot be kept is said.

  $ weir-alert --when 'errors > 5' --history /dev/full --input metrics >out
  weir-alert: error: --history: No space left on device
  [74]
  $ weir-alert --when 'errors > 5' --history /nowhere/history --input metrics
  weir-alert: error: --history /nowhere/history: No such file or directory
  [74]
