`--dedupe` leaves out what says the same in some fields as a record shortly before it, in event time. The next one that goes on
says how many were left out.

  $ cat >records <<'END'
  > {"time":"2026-11-24T10:00:00Z","message":"disk full","host":"a"}
  > {"time":"2026-11-24T10:00:01Z","message":"disk full","host":"a"}
  > {"time":"2026-11-24T10:00:02Z","message":"disk full","host":"b"}
  > {"time":"2026-11-24T10:00:09Z","message":"disk f\u0075ll","host":"a"}
  > {"time":"2026-11-24T10:00:10Z","message":"disk full","host":"a"}
  > {"time":"2026-11-24T10:00:11Z","message":"disk full","host":"a"}
  > {"message":"disk full","host":"a"}
  > END
  $ weir-enrich --dedupe message,host --within 10s --ledger ledger <records
  {"time":"2026-11-24T10:00:00Z","message":"disk full","host":"a"}
  {"time":"2026-11-24T10:00:02Z","message":"disk full","host":"b"}
  {"time":"2026-11-24T10:00:10Z","message":"disk full","host":"a","suppressed":2}
  $ jq -c .dropped ledger
  {"duplicate":4}

The time must be given, and belongs to one operation.

  $ weir-enrich --dedupe message <records
  weir-enrich: error: --dedupe needs --within, the time that it looks back, such as 10s
  [64]
  $ weir-enrich --within 10s --drop host <records
  weir-enrich: error: --within goes with --dedupe or --sort
  [64]
  $ weir-enrich --dedupe message --within 10s --sort time <records
  weir-enrich: error: --within: one of --dedupe and --sort; give the other to a weir-enrich of its own
  [64]
