With `--state`, or `WEIR_STATE` for the whole pipeline, each run goes on where the last one ended, and the store has each record once.

  $ export WEIR_STATE=state
  $ run() { weir-tail --once app.log | weir-parse --pattern '(?<time>\S+) (?<path>\S+)' | weir-aggregate --every 1m --by path count | weir-store add --origin web1 web.db; }
  $ printf '2026-11-20T10:00:01Z /a\n2026-11-20T10:00:02Z /a\n' >app.log; run
  $ weir-store get web.db
  $ printf '2026-11-20T10:00:03Z /a\n2026-11-20T10:05:00Z /b\n' >>app.log; run; run
  $ weir-store get web.db
  {"time":"2026-11-20T10:00:00Z","window":"1m","path":"/a","count":3,"_by":["path"]}

Another store in its place would miss what was committed.

  $ rm web.db*; { run; echo "status $?"; } 2>&1 | grep -v weir-aggregate
  weir-store: error: web.db: is not the store that was committed to; put that one back, or begin anew with 'weir state reset'
  status 74
