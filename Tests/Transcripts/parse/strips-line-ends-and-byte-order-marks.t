The CR of a CRLF, the byte order mark before a file, and blank lines are not data.

  $ line='192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1043 "-" "curl/8.5.0"'
  $ printf '\357\273\277%s\r\n\r\n\n%s\r\n' "$line" "$line" >windows.log
  $ weir-parse --ledger run.ledger windows.log
  {"client":"192.0.2.10","time":"2026-11-24T10:00:00Z","method":"GET","path":"/","protocol":"HTTP/1.1","status":200,"bytes":1043,"agent":"curl/8.5.0"}
  {"client":"192.0.2.10","time":"2026-11-24T10:00:00Z","method":"GET","path":"/","protocol":"HTTP/1.1","status":200,"bytes":1043,"agent":"curl/8.5.0"}
  $ weir ledger run.ledger
  stage       in  passed  absorbed  dropped  created  out
  weir-parse   4       2         0        2        0    2  blank 2
  adds up

The same through weir-tail.

  $ weir-tail --once windows.log | weir-parse --format access --only agent
  {"agent":"curl/8.5.0","_file":"windows.log","_offset":0}
  {"agent":"curl/8.5.0","_file":"windows.log","_offset":94}
