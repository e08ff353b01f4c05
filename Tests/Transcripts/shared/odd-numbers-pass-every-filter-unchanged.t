9007199254740993, one more than the largest 64-bit integer, and 1e400 pass through every filter unchanged.

  $ echo '{"time":"2026-11-24T10:00:00Z","a":9007199254740993,"b":9223372036854775808,"c":1e400,"d":1.10}' >odd.json
  $ weir-tail --once --raw odd.json
  {"time":"2026-11-24T10:00:00Z","a":9007199254740993,"b":9223372036854775808,"c":1e400,"d":1.10}
  $ weir-parse --format json odd.json
  {"time":"2026-11-24T10:00:00Z","a":9007199254740993,"b":9223372036854775808,"c":1e400,"d":1.10}
  $ weir-parse --format json --flatten --nested message --only a,b,c,d odd.json 2>/dev/null
  {"a":9007199254740993,"b":9223372036854775808,"c":1e400,"d":1.10}
  $ weir-enrich --set 'x = 1' <odd.json
  {"time":"2026-11-24T10:00:00Z","a":9007199254740993,"b":9223372036854775808,"c":1e400,"d":1.10,"x":1}
  $ weir-enrich --rename id=a --where 'a > 9007199254740992' <odd.json
  {"time":"2026-11-24T10:00:00Z","id":9007199254740993,"b":9223372036854775808,"c":1e400,"d":1.10}
  $ weir-aggregate --by a,b,c,d count <odd.json
  {"a":9007199254740993,"b":9223372036854775808,"c":1e400,"d":1.10,"count":1,"_by":["a","b","c","d"]}
  $ weir-aggregate 'max(b)' 'sum(a)' 'min(d)' <odd.json
  {"b_max":9223372036854775808,"a_sum":9007199254740993,"d_min":1.1,"_by":[]}
  $ weir-commit out <odd.json; cat out
  {"time":"2026-11-24T10:00:00Z","a":9007199254740993,"b":9223372036854775808,"c":1e400,"d":1.10}

As the value and the labels of an alert, too.

  $ weir-alert --when 'a > 9007199254740992' <odd.json | jq -c 'keys' | grep -c value
  1
  $ weir-alert --when 'a > 9007199254740992' <odd.json | grep -o '"value":[^,]*'
  "value":9007199254740993
