The program gets the whole alert on its standard input, though it be longer than a pipe holds.

  $ label=$(head -c 200000 /dev/zero | tr '\0' x)
  $ echo "{\"time\":\"2024-01-01T00:00:00Z\",\"v\":2,\"k\":\"$label\",\"_by\":[\"k\"]}" >long.ndjson
  $ weir-alert --when 'v > 1' --input long.ndjson --exec sh -- -c 'wc -c >bytes' >/dev/null
  $ test "$(cat bytes)" -gt 200000 && echo all of it
  all of it

It does not inherit that weir ignores SIGPIPE.

  $ weir-alert --when 'v > 1' --input long.ndjson --exec sh -- -c 'yes | head -1 >first' >/dev/null
  $ cat first
  y
