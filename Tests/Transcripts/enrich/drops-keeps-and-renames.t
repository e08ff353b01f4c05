Fields can go, stay alone, or have another name.

  $ echo '{"time":"2026-11-24T10:00:00Z","host":"a","service":"web","message":"hi"}' >records

`--drop` leaves fields out, `--keep` all others. Kept fields stay in the order of the record.

  $ weir-enrich --drop host,service --input records
  {"time":"2026-11-24T10:00:00Z","message":"hi"}
  $ weir-enrich --keep message,time --input records
  {"time":"2026-11-24T10:00:00Z","message":"hi"}

What is not there is nothing to drop, keep or rename.

  $ weir-enrich --drop nothing --keep message,nothing --rename other=nothing --input records
  {"message":"hi"}

`--rename NEW=OLD` leaves a field its value and its place. It replaces a field that had the new name before.

  $ weir-enrich --rename app=service --input records
  {"time":"2026-11-24T10:00:00Z","host":"a","app":"web","message":"hi"}
  $ weir-enrich --rename host=service --input records
  {"time":"2026-11-24T10:00:00Z","host":"web","message":"hi"}
  $ weir-enrich --rename host=host --input records
  {"time":"2026-11-24T10:00:00Z","host":"a","service":"web","message":"hi"}
