Where clocks go back, the order of the lines tells which pass of the hour a time is of: after a step back of more than five minutes,
or after an hour's silence, it is the second.

  $ printf '2026-10-25 0%s:30:00 x\n' 1 2 2 3 | weir-parse --timezone Europe/Berlin --only time
  {"time":"2026-10-24T23:30:00Z"}
  {"time":"2026-10-25T00:30:00Z"}
  {"time":"2026-10-25T01:30:00Z"}
  {"time":"2026-10-25T02:30:00Z"}
  $ printf '2026-10-25 0%s x\n' 2:59:58 2:59:59 2:59:57 2:00:01 2:00:00 3:00:00 | weir-parse --timezone Europe/Berlin --only time
  {"time":"2026-10-25T00:59:58Z"}
  {"time":"2026-10-25T00:59:59Z"}
  {"time":"2026-10-25T00:59:57Z"}
  {"time":"2026-10-25T01:00:01Z"}
  {"time":"2026-10-25T01:00:00Z"}
  {"time":"2026-10-25T02:00:00Z"}
