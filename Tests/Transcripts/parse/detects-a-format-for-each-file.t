Each file has a format of its own, be it named on the command line or in an envelope.

  $ echo '192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1043 "-" "curl/8.5.0"' >combined.log
  $ echo '192.0.2.11 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1043' >common.log
  $ weir-parse --only client,agent combined.log common.log
  {"client":"192.0.2.10","agent":"curl/8.5.0"}
  {"client":"192.0.2.11"}
  $ weir-tail --once combined.log common.log | weir-parse --only client
  {"client":"192.0.2.10","_file":"combined.log","_offset":0}
  {"client":"192.0.2.11","_file":"common.log","_offset":0}

What is like nothing known is said to be so.

  $ echo 'Lorem ipsum dolor sit amet' >prose.txt
  $ weir-parse prose.txt
  weir-parse: prose.txt:1: warning: no known format matched ('weir formats' lists them; --pattern takes a regular expression)
  weir-parse: warning: nothing was understood: --explain shows how far the formats came, --pattern takes a regular expression, --multiline joins the lines of an event
  weir-parse: warning: 1 of 1 lines not understood (no-match 1); --rejects FILE keeps them

Several formats may be named; they are tried in turn.

  $ weir-parse --format common,combined --only client combined.log common.log
  {"client":"192.0.2.10"}
  {"client":"192.0.2.11"}
