128 levels of nesting are taken, one more is not JSON for weir. A record of 1,024 keys is a record. Of duplicate keys all travel, and
the last one counts.

  $ nest() { awk -v n="$1" 'BEGIN { printf "{\"a\":"; for (i = 1; i < n; i++) printf "["; for (i = 1; i < n; i++) printf "]"; print "}" }'; }
  $ nest 128 | weir-parse --format json | wc -c
  261
  $ nest 129 | weir-parse --format json --rejects rejects
  weir-parse: stdin:1: warning: not JSON: nested deeper than 128 levels at byte 132
  weir-parse: warning: 1 of 1 lines not understood (bad-json 1)
  $ jq -c '[.reason, .position]' rejects
  ["bad-json",132]
  $ awk 'BEGIN { printf "{\"k0\":0"; for (i = 1; i < 1024; i++) printf ",\"k%d\":%d", i, i; print "}" }' >keys.json
  $ weir-parse --format json keys.json | cmp - keys.json
  $ weir-parse --format json --only k1023 keys.json
  {"k1023":1023}
  $ echo '{"a":1,"a":2,"time":"2026-11-24T10:00:00Z","time":"2026-11-24T11:00:00+01:00"}' | weir-parse --format json --where 'a == 2'
  {"a":1,"a":2,"time":"2026-11-24T10:00:00Z","time":"2026-11-24T10:00:00Z"}
