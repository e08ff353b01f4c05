The log has requests of three days. Run on the morning of the 21st, the report is of the 20th, in UTC.

  $ export WEIR_NOW=2026-11-21T06:00:00Z
  $ $REPO/pipelines/access-report.sh $FIXTURES/access-three-days.log
  Web traffic of 2026-11-20 (UTC)

  In all

  requests    bytes  failed  refused     p50   p95
        14  43.7KiB   0.143    0.214  39.9ms  3.2s

  By the hour

  time                  requests  failed    p95
  2026-11-20T00:00:00Z         4       0  0.051
  2026-11-20T08:00:00Z         5     0.4  3.204
  2026-11-20T17:00:00Z         3       0   0.04
  2026-11-20T18:00:00Z         1       0   0.31
  2026-11-20T23:00:00Z         1       0   0.02

  By status

  status  requests  bytes
     200         8  43KiB
     304         1     0B
     400         1   157B
     404         2   306B
     502         2   314B

  The 10 paths asked for most

  path          requests  failed    p95
  /                    4       0   23ms
  /checkout            4     0.5   3.2s
  /products            3       0   51ms
  -                    1       0  310ms
  /.env                1       0     0s
  /favicon.ico         1       0    1ms

Any other day can be asked for, and several logs be read in a row.

  $ head -2 $FIXTURES/access-three-days.log >older.log
  $ tail -2 $FIXTURES/access-three-days.log >newer.log
  $ TOP=1 $REPO/pipelines/access-report.sh -d 2026-11-19 older.log newer.log | tail -3

  path   requests  failed   p95
  /             1       0  21ms
  $ $REPO/pipelines/access-report.sh -d 2026-11-18 - <older.log
  Web traffic of 2026-11-18 (UTC)

  No requests.

A log without durations has no columns for them.

  $ sed 's/ [0-9.]*$//' $FIXTURES/access-three-days.log | $REPO/pipelines/access-report.sh - | sed -n 5,6p
  requests    bytes  failed  refused
        14  43.7KiB   0.143    0.214

Yesterday is right across the end of a month and of a year.

  $ WEIR_NOW=2027-01-01T00:00:01Z $REPO/pipelines/access-report.sh newer.log
  Web traffic of 2026-12-31 (UTC)

  No requests.

What it cannot do, it says.

  $ $REPO/pipelines/access-report.sh
  usage: access-report.sh [-d DAY] FILE ...
  [64]
  $ $REPO/pipelines/access-report.sh -d yesterday newer.log
  usage: access-report.sh [-d DAY] FILE ...
  [64]
  $ $REPO/pipelines/access-report.sh newer.log missing.log
  access-report.sh: missing.log: cannot be read
  [66]
