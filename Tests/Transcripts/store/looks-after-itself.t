`info` says what there is, `check` whether it is whole.

  $ export WEIR_NOW=2026-11-24T12:00:00Z
  $ record() { printf '{"time":"%s","window":"1m","path":"%s","count":%s,"_by":["path"]}\n' "$@"; }
  $ { record 2026-09-01T10:00:00Z /a 1; record 2026-11-20T10:00:00Z /a 2; record 2026-11-24T11:00:00Z /b 3; } >metrics
  $ weir-store add --origin web1 --input metrics web.db
  $ weir-store info web.db
  {"window":"1m","series":2,"points":3,"first":"2026-09-01T10:00:00Z","last":"2026-11-24T11:01:00Z","stateless":3,"changed_days":0,"origins":["web1"]}
  $ weir-store check web.db
  weir-store: web.db: whole; 3 points

`retain` forgets what began on a day that is too long ago; `vacuum` makes the file small again.

  $ weir-store retain web.db 30d
  weir-store: 1 points before 2026-10-25T00:00:00Z are gone
  $ weir-store get web.db --output csv
  time,window,path,count
  2026-11-20T10:00:00Z,1m,/a,2
  2026-11-24T11:00:00Z,1m,/b,3
  $ weir-store retain --window 1h web.db 1d
  weir-store: 0 points before 2026-11-23T00:00:00Z are gone
  $ weir-store vacuum web.db; weir-store check web.db
  weir-store: web.db: whole; 2 points
  $ weir-store retain web.db soon 2>&1 | head -1
  weir-store: error: The value 'soon' is invalid for '<duration>': the duration 'soon' needs a number before each unit; write for example 90s, 5m, 1h30m or 250ms

What is not rolled up yet stays, where windows are rolled up at all.

  $ weir-parse "$FIXTURES/access-three-days.log" | weir-aggregate --every 1m --partial count >minutes
  $ weir-store add --origin web1 roll.db <minutes; weir-store rollup roll.db; weir-store add --origin web1 roll.db <minutes
  weir-store: 12 points written
  $ WEIR_NOW=2027-01-01T00:00:00Z weir-store retain --window 1m roll.db 7d
  weir-store: warning: windows from 2026-11-19T00:00:00Z on stay: there are changes that are not rolled up yet
  weir-store: 0 points before 2026-12-25T00:00:00Z are gone
  $ weir-store rollup roll.db; WEIR_NOW=2027-01-01T00:00:00Z weir-store retain --window 1m --timezone Europe/Berlin roll.db 7d
  weir-store: 12 points written
  weir-store: 13 points before 2026-12-24T23:00:00Z are gone
  $ weir-store info roll.db --output csv
  window,series,points,first,last,stateless,changed_days,origins
  1m,1,0,,,0,0,[]
  1h,1,9,2026-11-19T22:00:00Z,2026-11-21T06:00:00Z,0,0,"[""web1""]"
  1d,1,3,2026-11-19T00:00:00Z,2026-11-22T00:00:00Z,0,0,"[""web1""]"

A report takes hours and days where minutes are gone, and says the same.

  $ rm -f half.db; weir-store add --origin web1 half.db <minutes; weir-store rollup half.db
  weir-store: 12 points written
  $ weir-report --as text half.db --since 2026-11-19 --until 2026-11-22 | grep Requests
  Requests                    18
  Requests per second
    Requests  ···············▂▇····█·····▅▂··▂▂··▂············  max 0.0014/s
  $ WEIR_NOW=2026-11-20T12:00:00Z weir-store retain --window 1m half.db 1h
  weir-store: 2 points before 2026-11-20T00:00:00Z are gone
  $ weir-store get half.db --output csv --window 1m | wc -l; weir-store get half.db --output csv --window 1d | wc -l
  12
  4
  $ weir-report --as text half.db --since 2026-11-19 --until 2026-11-22 | grep Requests
  Requests                    18
  Requests per second
    Requests  ···············▂▇····█·····▅▂··▂▂··▂············  max 0.0014/s

A file that was damaged is told.

  $ cp web.db bad.db; printf 'XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX' | dd of=bad.db bs=1 seek=8192 conv=notrunc 2>/dev/null
  $ weir-store check bad.db >/dev/null 2>&1; test $? -ne 0

All of it can be written out and read in again, each with its origin.

  $ weir-store add --origin web2 --input metrics web.db
  $ weir-store export web.db | tee exported | head -2
  {"origin":"web2","record":{"time":"2026-09-01T10:00:00Z","window":"1m","path":"/a","count":1,"_by":["path"]}}
  {"origin":"web1","record":{"time":"2026-11-20T10:00:00Z","window":"1m","path":"/a","count":2,"_by":["path"]}}
  $ sort exported >sorted; weir-store import other.db <exported; weir-store export other.db | sort | cmp - sorted
  $ weir-store export --since 2026-11-24 web.db | weir-store import part.db; weir-store info part.db --output csv
  window,series,points,first,last,stateless,changed_days,origins
  1m,1,2,2026-11-24T11:00:00Z,2026-11-24T11:01:00Z,2,0,"[""web1"",""web2""]"
  $ weir-store export --until 2026-11-01 web.db
  {"origin":"web2","record":{"time":"2026-09-01T10:00:00Z","window":"1m","path":"/a","count":1,"_by":["path"]}}
  $ echo '{"a":1}' | weir-store import other.db
  weir-store: stdin:1: warning: no 'origin' and 'record', as export writes them
  weir-store: warning: 1 of 1 lines not understood (bad-type 1); --rejects FILE keeps them
  $ weir-store import --input exported other.db; weir-store export other.db | sort | cmp - sorted
