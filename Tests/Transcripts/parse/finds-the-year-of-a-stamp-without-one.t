A stamp without a year is of the last twelve months before the file was written, or before now. (WEIR_NOW says when now is.)

  $ export WEIR_NOW=2026-01-02T00:00:00Z
  $ printf 'Dec 31 23:59:59 up\nJan  1 00:00:01 up\n' | weir-parse --pattern '^(?<time>\w+ +\d+ \S+) (?<message>.*)'
  {"time":"2025-12-31T23:59:59Z","message":"up"}
  {"time":"2026-01-01T00:00:01Z","message":"up"}

The year of the file counts, not the year of the reader.

  $ printf 'Dec 31 23:59:59 up\n' >old.log; touch -d 2019-01-01T12:00:00Z old.log
  $ weir-parse --pattern '^(?<time>\w+ +\d+ \S+) (?<message>.*)' old.log
  {"time":"2018-12-31T23:59:59Z","message":"up"}
