Minutes are merged to hours, and those to days: byte for byte what weir-aggregate makes of the whole log at once.

  $ partial() { weir-parse --only time,path,status,duration,bytes "$FIXTURES/access-three-days.log" | weir-aggregate --every "$1" --by path --partial red 'sum(bytes)' 'distinct(path)'; }
  $ partial 1m >minutes; partial 1h >hours; partial 1d >days; partial 1w >weeks
  $ weir-store add --origin web1 web.db <minutes
  $ weir-store rollup web.db
  weir-store: 24 points written
  $ weir-store get --window 1h web.db | cmp - hours
  $ weir-store get --window 1d web.db | cmp - days

Days make a week, whenever they came.

  $ weir-store rollup --to 1w web.db
  weir-store: 7 points written
  $ weir-store get --window 1w web.db | cmp - weeks
  $ grep '2026' days | tac | while read -r line; do printf '%s\n' "$line" | weir-store add --origin web1 single.db; weir-store rollup --to 1w single.db 2>/dev/null; done
  $ weir-store get --window 1w single.db | cmp - weeks

Only what has changed is made again; what stands there already stays as it is.

  $ weir-store info web.db
  {"window":"1m","series":7,"points":16,"first":"2026-11-19T22:10:00Z","last":"2026-11-21T05:31:00Z","stateless":0,"changed_days":0,"origins":["web1"]}
  {"window":"1h","series":7,"points":14,"first":"2026-11-19T22:00:00Z","last":"2026-11-21T06:00:00Z","stateless":0,"changed_days":0,"origins":["web1"]}
  {"window":"1d","series":7,"points":10,"first":"2026-11-19T00:00:00Z","last":"2026-11-22T00:00:00Z","stateless":0,"changed_days":0,"origins":["web1"]}
  {"window":"1w","series":7,"points":7,"first":"2026-11-16T00:00:00Z","last":"2026-11-23T00:00:00Z","stateless":0,"changed_days":0,"origins":["web1"]}
  $ weir-store add --origin web1 web.db <minutes; weir-store info web.db | head -1
  {"window":"1m","series":7,"points":16,"first":"2026-11-19T22:10:00Z","last":"2026-11-21T05:31:00Z","stateless":0,"changed_days":3,"origins":["web1"]}
  $ weir-store rollup web.db; weir-store get --window 1d web.db | cmp - days
  weir-store: 24 points written
  $ weir-store rollup --to 1h --to 90m web.db
  weir-store: error: --to: 1h30m is no multiple of 1h
  [64]
  $ weir-store rollup --to 1d --timezone Nowhere/Land web.db
  weir-store: error: --timezone: the time zone 'Nowhere/Land' does not exist
  [64]

Quantiles of a minute say nothing of those of an hour without their states. That is said when they come, once.

  $ weir-parse "$REPO/samples/access.log" | weir-aggregate --every 1m red | weir-store add stateless.db
  weir-store: warning: duration_p50 comes without a state, and quantiles cannot be merged to hours and days by themselves; weir-aggregate --partial writes states
  $ weir-parse "$REPO/samples/access.log" | weir-aggregate --every 1m --partial red | weir-store add whole.db
  $ weir-parse "$REPO/samples/access.log" | weir-aggregate --every 1m count | weir-store add counts.db
