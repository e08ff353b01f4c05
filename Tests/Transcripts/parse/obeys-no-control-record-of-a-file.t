A log may have lines that look like weir's control records. In a file they are never obeyed.

  $ echo '{"_weir":"begin","epoch":1,"from":0,"nonce":"0123456789abcdef"}' >clever.log
  $ echo 'level=info hello' >>clever.log
  $ weir-parse --pattern 'level=(?<level>\w+)' --rejects rejects.ndjson clever.log
  weir-parse: clever.log:1: warning: looks like a control record, but does not show this stream's nonce
  {"level":"info"}
  weir-parse: warning: 1 of 2 lines not understood (forged-control 1)
  $ jq -r .reason rejects.ndjson
  forged-control
