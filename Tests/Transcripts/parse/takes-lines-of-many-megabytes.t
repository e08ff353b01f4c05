A line of 10 MiB is beyond the limit of 1 MiB: counted, its beginning kept with its true length, and its neighbours are unharmed.

  $ line='192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1043 "-" "curl/8.5.0"'
  $ { echo "$line"; head -c 10485760 /dev/zero | tr '\0' x; echo; echo "$line"; } >big.log
  $ weir-parse --only status --rejects rejects.ndjson big.log
  weir-parse: big.log:2: warning: line of 10485760 bytes; the limit is 1048576 (--max-line)
  {"status":200}
  {"status":200}
  weir-parse: warning: 1 of 3 lines not understood (too-long 1)
  $ jq -c '[._file, ._offset, .reason, .length, (._raw | length)]' rejects.ndjson
  ["big.log",87,"too-long",10485760,1048576]

`--max-line` raises the limit.

  $ weir-parse --pattern '^(?<begin>.)' --max-line 16MiB --max-match 16MiB big.log
  {"begin":"1"}
  {"begin":"x"}
  {"begin":"1"}
