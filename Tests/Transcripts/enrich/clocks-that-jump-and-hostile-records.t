Clocks that go forward, and back: a time that is missing is read as it would have been, one that comes twice as the first.

  $ echo '{"a":"2026-03-29 02:30:00","b":"2026-10-25 02:30:00","c":"2026-06-30 23:59:60"}' >times
  $ weir-enrich --set 'a = parse_time(a, "", "Europe/Berlin")' --set 'b = parse_time(b, "", "Europe/Berlin")' --set 'c = parse_time(c)' <times
  {"a":"2026-03-29T01:30:00Z","b":"2026-10-25T00:30:00Z","c":"2026-07-01T00:00:00Z"}
  $ weir-enrich --set 'a = parse_time(a, "", "Europe/Atlantis")' <times
  weir-enrich: error: --set: the time zone 'Europe/Atlantis' does not exist
    a = parse_time(a, "", "Europe/Atlantis")
                          ^^^^^^^^^^^^^^^^^
  [64]

A value may be nested 127 levels deep within its record, which makes 128, and no deeper.

  $ nested() { printf '{"a":'; printf '[%.0s' $(seq $1); printf ']%.0s' $(seq $1); printf '}\n'; }
  $ nested 127 | weir-enrich --set 'n = length(a)' --keep n
  {"n":1}
  $ nested 128 | weir-enrich --set 'n = length(a)' --keep n
  weir-enrich: stdin:1: warning: not a record: nested deeper than 128 levels at byte 132
  weir-enrich: warning: 1 of 1 lines not understood (bad-json 1); --rejects FILE keeps them

A thousand and twenty-four keys are a record; of a key that comes twice the last counts.

  $ jq -nc '[range(1024) | {key: "k\(.)", value: .}] | from_entries' | weir-enrich --set 'n = k1023 + k0' --keep n
  {"n":1023}
  $ echo '{"a":1,"o":{"x":1,"x":2},"a":2}' | weir-enrich --set 'b = a' --set 'c = o.x'
  {"a":1,"o":{"x":1,"x":2},"a":2,"b":2,"c":2}

JSON in a text is checked like any other.

  $ printf '%s\n' '{"m":"[1,]"}' '{"m":"{\"a\":1e400}"}' '{"m":"nul"}' '{"m":"9007199254740993"}' | weir-enrich --set 'v = parse_json(m)' --drop m
  {"v":null}
  {"v":{"a":1e400}}
  {"v":null}
  {"v":9007199254740993}
