While nothing comes, time goes on by the clock. Records without a window are of the moment when they come, so that silence is said when it is over.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ mkfifo records; weir-alert --absent-for 1s --name silent <records >out & exec 9>records
  $ echo '{"time":"2026-11-24T10:00:00Z","up":1}' >&9; wait_for firing
  $ echo '{"time":"2026-11-24T10:00:30Z","up":1}' >&9; wait_for resolved
  $ exec 9>&-; wait; jq -c '[.time, .state, .starts_at, .value]' out | head -n 2
  ["2026-11-24T10:00:01Z","firing","2026-11-24T10:00:00Z",1]
  ["2026-11-24T10:00:30Z","resolved","2026-11-24T10:00:00Z",30]

A window comes when it is over, and the next one a window's width later: so long after what is asked silence is noticed, or the next window would be missed before it could come.

  $ mkfifo windows; rm out; weir-alert --absent-for 1s --name silent <windows >out & exec 9>windows
  $ echo '{"time":"2026-11-24T10:00:00Z","window":"1s","up":1,"_by":[]}' >&9; wait_for firing
  $ exec 9>&-; wait; jq -c '[.time, .state, .starts_at, .value]' out | head -n 2
  ["2026-11-24T10:00:02Z","firing","2026-11-24T10:00:01Z",1]
