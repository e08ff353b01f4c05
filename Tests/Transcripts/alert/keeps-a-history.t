`--history` appends each alert to a file, on the disk before its program runs, and how the program ended.

  $ metric() { printf '{"time":"2026-11-24T10:0%s:00Z","window":"1m","errors":%s,"_by":[]}\n' "$1" "$2"; }
  $ { metric 0 9; metric 1 0; } >metrics
  $ weir-alert --when 'errors > 5' --history history --exec sh --input metrics >out -- -c 'test "$WEIR_ALERT_STATE" = firing || exit 3'
  $ jq -c 'if .exec then [.exec, .status] else [.time, .alert, .state] end' history
  $ jq -r .fingerprint history | sort -u | wc -l

What cannot be kept is said.

  $ weir-alert --when 'errors > 5' --history /dev/full --input metrics >out
  $ weir-alert --when 'errors > 5' --history /nowhere/history --input metrics
