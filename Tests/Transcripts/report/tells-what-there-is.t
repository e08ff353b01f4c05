A report has sections for what the records have. States are merged exactly: the totals are those of all records at once.

  $ weir-parse "$REPO/samples/access.log" | weir-aggregate --every 1m --by path,status --partial red 'sum(bytes)' >metrics
  $ weir-report --as text --title 'A morning' --top 3 <metrics
  …
  $ grep -c '" 5[0-9][0-9] ' "$REPO/samples/access.log"

From a store, of a part of the time, on the clocks of a place, compared with the time before.

  $ weir-store add --origin web1 web.db <metrics
  $ weir-report web.db --as markdown --since 2026-11-20T09:45:00Z --until 2026-11-20T10:00:00Z --timezone Europe/Berlin | head -12
  …
  $ weir-report web.db --as text --since 2026-11-20T09:45:00Z --against none | head -5
  …
  $ weir-report web.db --as mail --title 'Tägliches' | head -3
  …
  $ weir-report web.db --against never
  [64]
