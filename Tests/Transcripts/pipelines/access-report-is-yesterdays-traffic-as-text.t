The log has requests of three days. Run on the morning of the 21st, the report is of the 20th, in UTC.

  $ export WEIR_NOW=2026-11-21T06:00:00Z
  $ $REPO/pipelines/access-report.sh $FIXTURES/access-three-days.log

Any other day can be asked for, and several logs be read in a row.

  $ head -2 $FIXTURES/access-three-days.log >older.log
  $ tail -2 $FIXTURES/access-three-days.log >newer.log
  $ TOP=1 $REPO/pipelines/access-report.sh -d 2026-11-19 older.log newer.log | tail -3
  $ $REPO/pipelines/access-report.sh -d 2026-11-18 - <older.log

Yesterday is right across the end of a month and of a year.

  $ WEIR_NOW=2027-01-01T00:00:01Z $REPO/pipelines/access-report.sh newer.log

What it cannot do, it says.

  $ $REPO/pipelines/access-report.sh
  $ $REPO/pipelines/access-report.sh -d yesterday newer.log
  $ $REPO/pipelines/access-report.sh newer.log missing.log
