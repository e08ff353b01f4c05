Days begin at midnight of `--timezone`. In Berlin the clocks went back on 25 October 2026, so that day had 25 hours.

  $ cat >records <<EOF
  > {"time":"2026-10-24T21:59:59Z"}
  > {"time":"2026-10-24T22:00:00Z"}
  > {"time":"2026-10-25T22:59:59Z"}
  > {"time":"2026-10-25T23:00:00Z"}
  > EOF
  $ weir-aggregate --every 1d --timezone Europe/Berlin count --input records
  {"time":"2026-10-23T22:00:00Z","window":"1d","count":1,"_by":[]}
  {"time":"2026-10-24T22:00:00Z","window":"1d","count":2,"_by":[]}
  {"time":"2026-10-25T23:00:00Z","window":"1d","count":1,"_by":[]}
  $ weir-aggregate --every 1d count --input records
  {"time":"2026-10-24T00:00:00Z","window":"1d","count":2,"_by":[]}
  {"time":"2026-10-25T00:00:00Z","window":"1d","count":2,"_by":[]}
  $ weir-aggregate --every 1d --timezone Europe/Berln count --input records
  weir-aggregate: error: --timezone: the time zone 'Europe/Berln' does not exist; did you mean 'Europe/Berlin'?
  [64]

Weeks begin on Mondays.

  $ printf '{"time":"2026-11-15T22:59:59Z"}\n{"time":"2026-11-15T23:00:00Z"}\n{"time":"2026-11-18T12:00:00Z"}\n' >week.ndjson
  $ weir-aggregate --every 1w count --input week.ndjson
  {"time":"2026-11-09T00:00:00Z","window":"1w","count":2,"_by":[]}
  {"time":"2026-11-16T00:00:00Z","window":"1w","count":1,"_by":[]}
  $ weir-aggregate --every 1w --timezone Europe/Berlin count --input week.ndjson
  {"time":"2026-11-08T23:00:00Z","window":"1w","count":1,"_by":[]}
  {"time":"2026-11-15T23:00:00Z","window":"1w","count":2,"_by":[]}
