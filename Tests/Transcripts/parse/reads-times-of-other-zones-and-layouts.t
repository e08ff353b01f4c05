A time that names no zone is in UTC unless --timezone says otherwise. Where clocks go forward, a time that does not
exist is read as the one that would have been; where they go back, as the earlier one of the two.

  $ cat >app.log <<'EOF'
  > 2024-01-15 12:00:00 winter
  > 2024-07-15 12:00:00 summer
  > 2024-03-31 02:30:00 gap
  > 2024-10-27 02:30:00 fold
  > EOF
  $ weir-parse --pattern '^(?<time>\S+ \S+) (?<message>.*)' --timezone Europe/Berlin app.log
  {"time":"2024-01-15T11:00:00Z","message":"winter"}
  {"time":"2024-07-15T10:00:00Z","message":"summer"}
  {"time":"2024-03-31T01:30:00Z","message":"gap"}
  {"time":"2024-10-27T00:30:00Z","message":"fold"}
  $ weir-parse --timezone Europe/Berln app.log 
  weir-parse: error: --timezone: the time zone 'Europe/Berln' does not exist; did you mean 'Europe/Berlin'?
  [64]

A layout of one's own is written as for strptime(3).

  $ echo '31.12.2023 23:59:59,25 bye' >own.log
  $ weir-parse --pattern '^(?<time>\S+ \S+) (?<message>.*)' --time-layout '%d.%m.%Y %H:%M:%S,%f' own.log
  {"time":"2023-12-31T23:59:59.25Z","message":"bye"}
  $ weir-parse --pattern '(?<time>.*)' --time-layout '%d.%q' own.log
  weir-parse: error: --time-layout: * (glob)
    %d.%q
       ^
  [64]
