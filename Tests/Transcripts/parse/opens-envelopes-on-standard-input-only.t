What weir-tail wrapped is unwrapped, and keeps its `_file` and `_offset`.

  $ line='192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "curl"'
  $ printf '%s\n%s\n' "$line" "$line" >access.log
  $ weir-tail --once access.log | weir-parse --only status
  {"status":200,"_file":"access.log","_offset":0}
  {"status":200,"_file":"access.log","_offset":78}

Bare lines and envelopes may be mixed.

  $ { echo "$line"; weir-tail -n 1 access.log; echo "$line"; } | weir-parse --format access --only status
  {"status":200}
  {"status":200,"_file":"access.log","_offset":78}
  {"status":200}

An envelope is opened only if it has exactly the shape that weir-tail gives it; a log may well have lines that look alike.

  $ echo '{"_raw":"x 1","_file":"f","_offset":0,"more":1}' | weir-parse --pattern '(?<n>\d+)'
  {"n":"1"}
  $ echo '{"_raw":"x 7","_file":"f","_offset":0}' | weir-parse --pattern '(?<n>\d+)'
  {"n":"7","_file":"f","_offset":0}

What a file contains is never an envelope, whatever the file is called.

  $ echo '{"_raw":"x 7","_file":"/etc/passwd","_offset":5}' >clever.log; cp clever.log stdin
  $ weir-parse --pattern '(?<line>.*)' clever.log
  {"line":"{\"_raw\":\"x 7\",\"_file\":\"/etc/passwd\",\"_offset\":5}"}
  $ weir-parse --pattern '(?<line>.*)' stdin
  {"line":"{\"_raw\":\"x 7\",\"_file\":\"/etc/passwd\",\"_offset\":5}"}
