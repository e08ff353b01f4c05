A stamp without a year is of the last twelve months before the file was written, or before now. (WEIR_NOW says when now is.)

  $ export WEIR_NOW=2026-01-02T00:00:00Z
  $ printf 'Dec 31 23:59:59 up\nJan  1 00:00:01 up\n' | weir-parse --pattern '^(?<time>\w+ +\d+ \S+) (?<message>.*)'
  {"time":"2025-12-31T23:59:59Z","message":"up"}
  {"time":"2026-01-01T00:00:01Z","message":"up"}

The year of the file counts, not the year of the reader.

  $ printf 'Dec 31 23:59:59 up\n' >old.log; touch -d 2019-01-01T12:00:00Z old.log
  $ weir-parse --pattern '^(?<time>\w+ +\d+ \S+) (?<message>.*)' old.log
  {"time":"2018-12-31T23:59:59Z","message":"up"}

A boot without a clock, a line out of order and a 29 February move none of their neighbours.

  $ cat >boot.log <<'LOG'
  > Jan  1 00:00:05 pi kernel: boot
  > Nov 30 09:00:00 pi a: x
  > Jan  1 00:00:07 pi kernel: boot
  > Nov 30 10:00:00 pi a: x
  > May  1 00:00:00 pi a: late
  > Feb 29 00:00:00 pi a: leap
  > Nov 30 10:00:01 pi a: x
  > LOG
  $ touch -d 2026-11-30T10:00:01Z boot.log
  $ WEIR_NOW=2026-12-24T00:00:00Z weir-parse --only time boot.log
  {"time":"2026-01-01T00:00:05Z"}
  {"time":"2026-11-30T09:00:00Z"}
  {"time":"2026-01-01T00:00:07Z"}
  {"time":"2026-11-30T10:00:00Z"}
  {"time":"2026-05-01T00:00:00Z"}
  {"time":"2024-02-29T00:00:00Z"}
  {"time":"2026-11-30T10:00:01Z"}
