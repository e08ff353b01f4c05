What weir-aggregate has computed is kept in a file, and comes back byte for byte, in the order of time and series.

  $ printf '%s\n' '{"time":"2026-11-20T10:00:05Z","path":"/b","n":1}' '{"time":"2026-11-20T10:01:05Z","path":"/a","n":2}' \
  >   '{"time":"2026-11-20T10:00:07Z","path":"/a","n":3}' | weir-aggregate --every 1m --by path --partial count 'sum(n)' >metrics
  $ weir-store add --origin web1 web.db <metrics
  $ weir-store get web.db >again; cmp metrics again
  $ weir-store get web.db --where 'n_sum > 1' --output table
  time                  window  path  count  n_sum
  2026-11-20T10:00:00Z  1m      /a        1      3
  2026-11-20T10:01:00Z  1m      /a        1      2

Adding the same again changes nothing: the same series and window of the same origin replaces what was there.

  $ weir-store add --origin web1 --input metrics web.db
  $ weir-store get web.db | cmp - metrics

`weir store` is the same.

  $ weir store get web.db | cmp - metrics

Only some: from a time on, up to a time, windows of a width, series with exactly these labels.

  $ weir-store get web.db --since 2026-11-20T10:01:00Z --output csv
  time,window,path,count,n_sum
  2026-11-20T10:01:00Z,1m,/a,1,2
  $ weir-store get web.db --until 2026-11-20T10:01:00Z | grep -c count
  2
  $ weir-store get web.db --window 1h
  $ weir-store get web.db --by path | cmp - metrics
  $ weir-store get web.db --by path,status
  $ weir-store get web.db --since someday
  weir-store: error: --since: 'someday' is no time, such as 2026-11-01, 2026-11-01T12:00:00Z, yesterday, or 30m for so long ago
  [64]

Others read while one writes: what has come is there as soon as the input pauses.

  $ mkfifo pipe; weir-store add --origin web1 live.db <pipe & exec 3>pipe; head -1 metrics >&3
  $ n=0; until weir-store get live.db 2>/dev/null | grep -q count || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.05; done
  $ weir-store get live.db | grep -c count; weir-store check live.db
  1
  weir-store: live.db: whole; 1 points
  $ sed 1d metrics >&3; exec 3>&-; wait; weir-store get live.db | cmp - metrics
