`--dedupe` leaves out what says the same in some fields as a record shortly before it, in event time. The next one that goes on
says how many were left out.

  $ cat >records
  > {"time":"2026-11-24T10:00:00Z","message":"disk full","host":"a"}
  > {"time":"2026-11-24T10:00:01Z","message":"disk full","host":"a"}
  > {"time":"2026-11-24T10:00:02Z","message":"disk full","host":"b"}
  > {"time":"2026-11-24T10:00:09Z","message":"disk f\u0075ll","host":"a"}
  > {"time":"2026-11-24T10:00:10Z","message":"disk full","host":"a"}
  > {"time":"2026-11-24T10:00:11Z","message":"disk full","host":"a"}
  > {"message":"disk full","host":"a"}
  $ weir-enrich --dedupe message,host --within 10s --ledger ledger <records
  $ jq -c .dropped ledger

The time must be given, and belongs to one operation.

  $ weir-enrich --dedupe message <records
  $ weir-enrich --within 10s --drop host <records
  $ weir-enrich --dedupe message --within 10s --sort time <records
