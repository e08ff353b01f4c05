`--sort time` holds records until later ones are `--within` ahead, and lets them go in the order of their times. What comes later
than that goes on out of order, and is counted.

  $ cat >records <<'END'
  > {"time":"2026-11-24T10:00:01Z","n":1}
  > {"time":"2026-11-24T10:00:03Z","n":3}
  > {"time":"2026-11-24T10:00:02Z","n":2}
  > {"time":"2026-11-24T10:00:02Z","n":2.10}
  > {"time":"2026-11-24T10:00:20Z","n":4}
  > {"time":"2026-11-24T10:00:05Z","n":5}
  > {"n":6}
  > END
  $ weir-enrich --sort time --within 5s --ledger ledger <records
  {"time":"2026-11-24T10:00:01Z","n":1}
  {"time":"2026-11-24T10:00:02Z","n":2}
  {"time":"2026-11-24T10:00:02Z","n":2.10}
  {"time":"2026-11-24T10:00:03Z","n":3}
  {"time":"2026-11-24T10:00:05Z","n":5}
  {"time":"2026-11-24T10:00:20Z","n":4}
  {"n":6}
  $ jq -c '[.in,.passed,.absorbed,.created]' ledger
  [7,7,0,0]

It is done once all else is.

  $ weir-enrich --sort time --within 1m --set 'late = n == 2' --drop time <records | head -1
  {"n":1,"late":false}
  $ weir-enrich --sort time <records
  weir-enrich: error: --sort needs --within, how long records wait for later ones, such as 5s
  [64]
