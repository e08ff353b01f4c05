Records may be out of order by `--lateness` (a minute), and the output is the same as in order.

  $ cat >sorted <<EOF
  > {"time":"2026-11-24T10:00:10Z","n":1}
  > {"time":"2026-11-24T10:00:40Z","n":2}
  > {"time":"2026-11-24T10:00:50Z","n":4}
  > {"time":"2026-11-24T10:01:20Z","n":8}
  > {"time":"2026-11-24T10:01:30Z","n":16}
  > {"time":"2026-11-24T10:02:10Z","n":32}
  > EOF
  $ sed -n '3p;1p;2p;5p;6p;4p' sorted >shuffled
  $ weir-aggregate --every 1m count 'sum(n)' 'p50(n)' --input sorted >one
  $ weir-aggregate --every 1m count 'sum(n)' 'p50(n)' --input shuffled | cmp - one; cat one
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":3,"n_sum":7,"n_p50":1.9892,"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","count":2,"n_sum":24,"n_p50":8,"_by":[]}
  {"time":"2026-11-24T10:02:00Z","window":"1m","count":1,"n_sum":32,"n_p50":32,"_by":[]}

A record whose window has closed is dropped and counted; if there are many, it is said, and what helps.

  $ echo '{"time":"2026-11-24T10:00:15Z","n":64}' >late
  $ weir-aggregate --every 1m 'sum(n)' --input sorted --input late --ledger run.ledger
  weir-aggregate: warning: 1 of 7 records came after their window had closed; a longer --lateness takes them in, and 'weir-tail --once LOG* |' reads rotated files in the order of their times
  {"time":"2026-11-24T10:00:00Z","window":"1m","n_sum":7,"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","n_sum":24,"_by":[]}
  {"time":"2026-11-24T10:02:00Z","window":"1m","n_sum":32,"_by":[]}
  $ weir ledger run.ledger
  stage           in  passed  absorbed  dropped  created  out
  weir-aggregate   7       0         6        1        3    3  late 1
  adds up
  $ weir-aggregate --every 1m 'sum(n)' --lateness 2m --input sorted --input late
  {"time":"2026-11-24T10:00:00Z","window":"1m","n_sum":71,"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","n_sum":24,"_by":[]}
  {"time":"2026-11-24T10:02:00Z","window":"1m","n_sum":32,"_by":[]}
  $ weir-aggregate --every 1m 'sum(n)' --lateness 0s --input shuffled
  {"time":"2026-11-24T10:00:00Z","window":"1m","n_sum":7,"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","n_sum":24,"_by":[]}
  {"time":"2026-11-24T10:02:00Z","window":"1m","n_sum":32,"_by":[]}
