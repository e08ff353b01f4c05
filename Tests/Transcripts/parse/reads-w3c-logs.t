The #Fields directive of a W3C log says what its columns are, and may say something else later.

  $ cat >u_ex.log <<'EOF'
  > #Software: Microsoft Internet Information Services 10.0
  > #Version: 1.0
  > #Date: 2026-11-24 06:00:00
  > #Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status time-taken cs(User-Agent)
  > 2026-11-24 06:00:01 192.0.2.7 GET /default.htm - 200 1250 Mozilla/5.0+(X11)
  > 2026-11-24 06:00:02 192.0.2.7 GET /a q=1 404 15 -
  > #Fields: time cs-method cs-uri-stem sc-status
  > 06:00:03 POST /b 500
  > 06:00:04 POST /b
  > EOF
  $ weir-parse u_ex.log
  weir-parse: u_ex.log:9: warning: the row does not have a cell for each of the 4 columns
  {"time":"2026-11-24T06:00:01Z","client":"192.0.2.7","method":"GET","path":"/default.htm","status":200,"duration":1.25,"agent":"Mozilla/5.0 (X11)"}
  {"time":"2026-11-24T06:00:02Z","client":"192.0.2.7","method":"GET","path":"/a","query":"q=1","status":404,"duration":0.015}
  {"time":"2026-11-24T06:00:03Z","method":"POST","path":"/b","status":500}
  weir-parse: warning: 1 of 9 lines not understood (bad-row 1); --rejects FILE keeps them

Each file of a stream has its own columns.

  $ head -5 u_ex.log >a.log; tail -n +3 u_ex.log | grep -v ' q=1 \|date time\|c-ip\|192' >b.log
  $ weir-tail --once a.log b.log | weir-parse --only time,path,status
  weir-parse: b.log: byte 94: warning: the row does not have a cell for each of the 4 columns
  {"time":"2026-11-24T06:00:01Z","path":"/default.htm","status":200,"_file":"a.log","_offset":192}
  {"time":"2026-11-24T06:00:03Z","path":"/b","status":500,"_file":"b.log","_offset":73}
  weir-parse: warning: 1 of 9 lines not understood (bad-row 1); --rejects FILE keeps them

Rows without a header are nobody's.

  $ echo '2026-11-24 06:00:01 192.0.2.7 GET /' | weir-parse --format w3c
  weir-parse: stdin:1: warning: no pattern of format 'w3c' matched
  weir-parse: warning: 1 of 1 lines not understood (no-match 1); --rejects FILE keeps them

A time taken with a point is seconds, and so is each of a program that is not Microsoft's.

  $ printf '#Fields: date time time-taken\n2026-11-30 10:00:00 0.5\n2026-11-30 10:00:00 5\n#Software: Apache Tomcat/10.1\n2026-11-30 10:00:00 5\n' | weir-parse --format w3c --only duration
  {"duration":0.5}
  {"duration":0.005}
  {"duration":5}
