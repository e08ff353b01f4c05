Bytes that are not UTF-8 show as U+FFFD in the fields, and `_raw64` keeps the line. NUL is a character like others.

  $ printf '192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET /caf\351\000 HTTP/1.1" 200 1 "-" "curl"\n' >latin1.log
  $ weir-parse --format access latin1.log
  {"client":"192.0.2.10","time":"2026-11-24T10:00:00Z","method":"GET","path":"/caf�\u0000","protocol":"HTTP/1.1","status":200,"bytes":1,"agent":"curl","_raw64":"MTkyLjAuMi4xMCAtIC0gWzI0L05vdi8yMDI2OjEwOjAwOjAwICswMDAwXSAiR0VUIC9jYWbpACBIVFRQLzEuMSIgMjAwIDEgIi0iICJjdXJsIg=="}
  $ weir-parse --format access latin1.log | jq -r ._raw64 | base64 -d >line; head -c -1 latin1.log | cmp - line

The bytes come through an envelope as well.

  $ weir-tail latin1.log | weir-parse --format access | jq -r ._raw64 | base64 -d | cmp - line

A pattern of one's own matches such a line too.

  $ printf 'm=caf\351\n' >own.log
  $ weir-parse --pattern '^m=(?<m>.*)$' own.log
  {"m":"caf�","_raw64":"bT1jYWbp"}
