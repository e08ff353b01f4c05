A zone, or half of the day, behind the time of a log that no format describes is a part of it: names of the tz database, distances
from UTC, abbreviations that mean one offset.

  $ for zone in PST SGT GMT+2 UTC+02:00 GMT+0100 Asia/Tokyo '(CET)' PM 'PM PST'
  > do
  >   printf '2026-11-30 10:00:00.123 %s INFO a\n2026-11-30 10:00:01.123 %s INFO b\n' "$zone" "$zone" | weir-parse --only time | head -n 1
  > done
  {"time":"2026-11-30T18:00:00.123Z"}
  {"time":"2026-11-30T02:00:00.123Z"}
  {"time":"2026-11-30T08:00:00.123Z"}
  {"time":"2026-11-30T08:00:00.123Z"}
  {"time":"2026-11-30T09:00:00.123Z"}
  {"time":"2026-11-30T01:00:00.123Z"}
  {"time":"2026-11-30T09:00:00.123Z"}
  {"time":"2026-11-30T22:00:00.123Z"}
  {"time":"2026-12-01T06:00:00.123Z"}
  $ printf '[30-Nov-2026 10:00:00 Europe/Berlin] PHP Warning:  x\n[30-Nov-2026 10:00:01 Europe/Berlin] PHP Notice:  y\n' | weir-parse
  {"time":"2026-11-30T09:00:00Z","message":"PHP Warning:  x"}
  {"time":"2026-11-30T09:00:01Z","message":"PHP Notice:  y"}
  $ printf '2026-11-30 10:00:00.123 PST [1234] bob@db LOG:  x\n' | weir-parse
  {"time":"2026-11-30T18:00:00.123Z","pid":1234,"user":"bob","database":"db","severity":"LOG","level":"info","message":"x"}

One that several zones have is not guessed at, and not passed over.

  $ printf '2026-11-30 10:00:00 CST INFO a\n2026-11-30 10:00:01 CST INFO b\n' >cst.log
  $ weir-parse cst.log
  weir-parse: cst.log:1: warning: field 'time' names the zone 'CST', which several have; say with --timezone which is meant
  weir-parse: cst.log:2: warning: field 'time' names the zone 'CST', which several have; say with --timezone which is meant
  weir-parse: warning: 2 of 2 lines not understood (bad-time 2 (time)); --rejects FILE keeps them
  $ weir-parse --timezone Asia/Shanghai cst.log
  {"time":"2026-11-30T02:00:00Z","level":"info","message":"a"}
  {"time":"2026-11-30T02:00:01Z","level":"info","message":"b"}

A word that is no zone is a word.

  $ printf '2026-11-30 10:00:00 CAT fed\n2026-11-30 10:00:01 dog fed\n2026-11-30 10:00:02 Pets/cow fed\n' | weir-parse
  {"time":"2026-11-30T10:00:00Z","message":"CAT fed"}
  {"time":"2026-11-30T10:00:01Z","message":"dog fed"}
  {"time":"2026-11-30T10:00:02Z","message":"Pets/cow fed"}
