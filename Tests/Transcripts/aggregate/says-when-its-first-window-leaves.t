In a pipe nothing comes until the first window closes. One line on stderr says when that will be, so that it does not look dead.

  $ mkfifo records; weir-aggregate --every 1m count <records >out 2>err & exec 9>records
  $ echo '{"time":"2026-11-24T10:00:10Z"}' >&9
  $ n=0; until [ -s err ] || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done; cat err out
  weir-aggregate: the window of 2026-11-24T10:00:00Z is filling; it leaves when an event of 2026-11-24T10:02:00Z or later comes, or the input ends

An event behind that lets it out at once.

  $ echo '{"time":"2026-11-24T10:02:00Z"}' >&9
  $ n=0; until [ -s out ] || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done; cat out
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":1,"_by":[]}

The others leave at the end.

  $ exec 9>&-; wait; cat out
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":1,"_by":[]}
  {"time":"2026-11-24T10:02:00Z","window":"1m","count":1,"_by":[]}

On a file, which does not pause, there is nothing to say.

  $ echo '{"time":"2026-11-24T10:00:10Z"}' >file; weir-aggregate --every 1m count --input file
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":1,"_by":[]}
