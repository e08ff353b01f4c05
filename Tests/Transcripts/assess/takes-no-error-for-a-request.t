The lines of an error log are what requests met with, and no requests, whatever they say of one: of those that went well there is none. So there
is no share of requests that failed, and no objective. Such a log is silent while all goes well, so nobody is woken for its silence, either.

  $ for m in $(seq 10 49); do
  >   echo "2026/11/20 09:$m:01 [notice] 1#1: signal process started"
  >   for s in 10 20; do echo "2026/11/20 09:$m:$s [error] 12#12: *$m connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.1, server: example.org, request: \"GET /api HTTP/1.1\", upstream: \"http://127.0.0.1:8080/api\", host: \"example.org\""; done
  > done >error.log
  $ weir-assess error.log | jq -c '.format, .signals.traffic.state, .signals.traffic.what, [.alerts[].alert]'
  "nginx-error"
  "derivable"
  "lines can be counted (weir-aggregate --every 1m count), but a line is an event, not a request"
  ["errors","much traffic"]
  $ weir-assess --as markdown error.log >report.md; grep -oE 'The log has [0-9]+ .*%\)' report.md; grep -o 'There is none for silence.*' report.md
  The log has 120 lines in 39.3 minutes; 80 tell of an error (66.7 %)
  There is none for silence: while all goes well nothing is written here. That requests still come, and are answered, an access log can tell, or a check from outside.
  $ grep -cE 'requests? failed|not found|objective|is silent when' report.md
  0
  [1]
  $ weir-assess --pipeline error.log | grep -E 'silence|absent|error_ratio >'
  # There is no alert for silence: while all goes well nothing is written to such a log.

Its holes are good news, too: nobody has to be asked where the lines are.

  $ for h in 01 05 09 13 17 21; do for m in 10 11; do for s in $(seq 10 39); do echo "2026/11/20 $h:$m:$s [error] 12#12: *1 open() \"/a\" failed (2: No such file or directory)"; done; done; done >holes.log
  $ weir-assess --as markdown holes.log | grep -cE 'time is missing|Ask where'
  0
  [1]

So it is with a program that writes warnings and errors alone, in whatever format.

  $ for m in $(seq 10 49); do echo "{\"time\":\"2026-11-20T10:$m:00Z\",\"level\":\"$([ $m = 20 ] && echo error || echo warn)\",\"message\":\"slow\",\"method\":\"GET\",\"path\":\"/a\",\"status\":200}"; done >warnings.json
  $ weir-assess warnings.json | jq -c '.signals.traffic.what, [.alerts[].alert]'
  "lines can be counted (weir-aggregate --every 1m count), but a line is an event, not a request"
  ["errors","much traffic"]

What says what was asked and what came of it is a request, in a log of whatever kind.

  $ for m in $(seq 10 49); do echo "{\"time\":\"2026-11-20T10:$m:00Z\",\"level\":\"$([ $((m % 2)) = 0 ] && echo error || echo info)\",\"method\":\"GET\",\"path\":\"/a\",\"took_ms\":4}"; done >api.json
  $ for m in $(seq 10 49); do echo "Nov 20 10:$m:00 lb haproxy[1]: 192.0.2.1:4711 [20/Nov/2026:10:$m:00.713] web app/a1 0/0/0/47/455 200 6951 - - ---- 12/12/3/1/0 0/0 \"GET /a HTTP/1.1\""; done >haproxy.log
  $ for log in api.json haproxy.log "$FIXTURES/access-three-days.log"; do weir-assess "$log" | jq -c '.signals.traffic.what, [.alerts[].alert | select(. == "silence")]'; done
  "each record is a request"
  ["silence"]
  "each record is a request"
  ["silence"]
  "each record is a request"
  ["silence"]
