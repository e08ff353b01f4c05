A day that is added twice is there once.

  $ weir-parse "$FIXTURES/access-three-days.log" | weir-aggregate --every 1h --by path --partial red >hours
  $ weir-store add --origin web1 web.db <hours; weir-store get web.db | cmp - hours
  $ sqlite3 web.db 'SELECT * FROM point' >before
  $ weir-store add --origin web1 web.db <hours; tac hours | weir-store add --origin web1 web.db
  $ sqlite3 web.db 'SELECT * FROM point' | cmp - before; weir-store get web.db | cmp - hours

Of another origin it is another part of the whole: merged, it counts.

  $ weir-store add --origin web2 web.db <hours
  $ weir-store get web.db | weir-aggregate --merge --by path | head -1 >merged; head -1 hours >one
  $ for file in merged one; do sed 's/.*"count":\([0-9]*\).*/\1/' $file; done
  2
  1

Records that come late leave besides, and are added to what had left: nothing is lost.

  $ printf '{"time":"2026-11-20T10:%sZ","path":"/a"}\n' 00:01 00:02 01:00 05:00 00:03 00:04 06:00 00:05 >late.json
  $ weir-aggregate --every 1m --by path --partial count <late.json >parts; grep -c '10:00:00' parts
  3
  $ weir-store add --origin web1 late.db <parts
  $ weir-store get late.db | weir-aggregate --merge | head -1
  {"time":"2026-11-20T10:00:00Z","window":"1m","path":"/a","count":5,"_by":["path"]}

Not so when the same parts come again, or the same records in an order in which none of them is late.

  $ weir-store add --origin web1 late.db <parts
  $ weir-store get late.db | weir-aggregate --merge | head -1
  {"time":"2026-11-20T10:00:00Z","window":"1m","path":"/a","count":5,"_by":["path"]}
  $ sort late.json | weir-aggregate --every 1m --by path --partial count >sorted; weir-store add --origin web1 late.db <sorted
  $ weir-store get late.db | cmp - sorted
  $ weir-store add --origin web1 late.db <parts; weir-store get late.db | weir-aggregate --merge | head -1
  {"time":"2026-11-20T10:00:00Z","window":"1m","path":"/a","count":5,"_by":["path"]}
  $ weir-report --as text late.db | grep Requests | head -1
  Requests                     8

A run that lets go of open windows at its end (`--flush`) is followed by one that adds to them.

  $ export WEIR_STATE=state
  $ run() { weir-tail --once --flush app.log | weir-parse --pattern '(?<time>\S+) (?<path>\S+)' --flush | weir-aggregate --every 1h --by path --partial --flush count | weir-store add --origin web1 --flush run.db; }
  $ for n in 1 2 3 4; do echo "2026-11-20T10:0$n:00Z /a" >>app.log; run; done
  $ unset WEIR_STATE; weir-store get run.db | weir-aggregate --merge
  {"time":"2026-11-20T10:00:00Z","window":"1h","path":"/a","count":4,"_by":["path"]}
