`-c` counts bytes, as in tail(1), with its units.

  $ seq 100 >app.log
  $ weir-tail --raw -c 7 app.log
  99
  100
  $ weir-tail --raw --bytes +286 app.log
  99
  100
  $ weir-tail --raw -c 1k app.log | wc -l
  100
  $ seq 100 | weir-tail --raw -c 7
  99
  100

`--since` begins at the first line that is not earlier, in a file of any size, whatever its lines look like.

  $ for hour in 08 09 10 11; do echo "127.0.0.1 - - [24/Nov/2026:$hour:00:00 +0000] \"GET /$hour\""; echo '  more of it'; done >access.log
  $ weir-tail --raw --since 2026-11-24T10:00:00Z access.log
  127.0.0.1 - - [24/Nov/2026:10:00:00 +0000] "GET /10"
    more of it
  127.0.0.1 - - [24/Nov/2026:11:00:00 +0000] "GET /11"
    more of it
  $ WEIR_NOW=2026-11-24T11:30:00Z weir-tail --once --raw --since 1h access.log | head -n 1
  127.0.0.1 - - [24/Nov/2026:11:00:00 +0000] "GET /11"
  $ gzip -c access.log >packed.gz; weir-tail --raw --since 2026-11-24T11:00:00Z packed.gz | head -n 1
  127.0.0.1 - - [24/Nov/2026:11:00:00 +0000] "GET /11"
  $ seq 200000 | awk '{ printf "2026-11-%02dT%02d:%02d:%02dZ line %d\n", 1 + int($1 / 86400), int($1 / 3600) % 24, int($1 / 60) % 60, $1 % 60, $1 }' >large.log
  $ weir-tail --raw --since 2026-11-02T12:00:00Z large.log | head -n 1
  2026-11-02T12:00:00Z line 129600
  $ weir-tail --raw --since 2027-01-01T00:00:00Z large.log

Stamps without a zone are UTC, or what `--timezone` says.

  $ for hour in 08 09 10 11; do echo "2026-11-24 $hour:00:00,000 INFO at $hour"; done >local.log
  $ weir-tail --raw --since 2026-11-24T10:00:00Z local.log | head -n 1
  2026-11-24 10:00:00,000 INFO at 10
  $ weir-tail --raw --since 2026-11-24T10:00:00Z --timezone Europe/Berlin local.log | head -n 1
  2026-11-24 11:00:00,000 INFO at 11
  $ weir-tail --raw --timezone Europe/Berlin local.log 2>&1 | head -n 1
  weir-tail: error: --timezone is for --since, which is not given; a line's time is read by weir-parse

Only one of them can say where to begin.

  $ weir-tail -n 3 -c 3 app.log 2>&1 | head -n 1
  weir-tail: error: -n, -c and --since each say where to begin. Give one of them.
  $ weir-tail --since yesterday app.log 2>&1
  weir-tail: error: --since: 'yesterday' is no time such as 2026-01-31T12:00:00Z, and no duration such as 2h
  [64]
