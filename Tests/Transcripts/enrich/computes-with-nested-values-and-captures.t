Expressions reach into nested objects and arrays, and use what a pattern has captured.

  $ echo '{"path":"/api/v2/users","http":{"request":{"id":"r1"}},"tags":["web","db"]}' >record
  $ weir-enrich --set 'api = path =~ "^/api/(v[0-9]+)/" ? $1 : null' --set 'id = http.request.id' --set 'last = tags[-1]' --keep api,id,last <record
  {"api":"v2","id":"r1","last":"db"}
  $ weir-enrich --where '"db" in tags && path =~ "/(?<what>[a-z]+)$" && $what == "users"' --keep path <record
  {"path":"/api/v2/users"}

Layouts and zones are checked before the first record.

  $ weir-enrich --set 'day = format_time(time, "%F", "Europe/Berlim")' <record
  weir-enrich: error: --set: the time zone 'Europe/Berlim' does not exist; did you mean 'Europe/Berlin'?
    day = format_time(time, "%F", "Europe/Berlim")
                                  ^^^^^^^^^^^^^^^
  [64]
  $ weir-enrich --set 'x = path =~ "^/api/" ? $1 : null' <record
  weir-enrich: error: --set: the pattern has no group, there is no $1; write parentheses around what $1 is to be
    x = path =~ "^/api/" ? $1 : null
                           ^^
  [64]

`now()` is the clock's time.

  $ echo '{"time":"2026-11-24T09:59:00Z"}' | WEIR_NOW=2026-11-24T10:00:00Z weir-enrich --set 'age = diff_time(now(), time)'
  {"time":"2026-11-24T09:59:00Z","age":60}
