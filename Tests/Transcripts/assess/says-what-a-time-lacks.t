The report says what time stamps have not, and of each what that costs: of fractions of a second, the year, the zone, or all of the time.

  $ for s in $(seq 10 49); do echo "2026-11-20 10:00:$s,713 INFO  [main] c.e.shop.OrderService - Order 2186 accepted in 277 ms"; done >milliseconds.log
  $ for s in $(seq 10 49); do echo "192.0.2.1 - - [20/Nov/2026:10:00:$s +0000] \"GET / HTTP/1.1\" 200 10"; done >seconds.log
  $ for s in $(seq 10 49); do echo "Nov 20 10:00:$s host app[1]: done"; done >syslog.log
  $ for s in $(seq 10 49); do echo "{\"level\":\"info\",\"message\":\"done\"}"; done >timeless.json
  $ for s in $(seq 10 49); do echo "{\"time\":\"2026-11-20T10:00:$s.123Z\",\"message\":\"done\"}"; done >whole.json
  $ for log in milliseconds.log seconds.log syslog.log timeless.json whole.json; do echo "$log:"; weir-assess --as markdown "$log" | sed -n 's/^| `time`, to the millisecond, with zone | \(.*\) | .*|$/\1/p' | sed 's/[ |]*$//'; done
  milliseconds.log:
  without zone | Logs of machines in two zones cannot be laid side by side, and where clocks are changed, an hour comes twice in autumn.
  seconds.log:
  to the second | Of two things within a second nobody can say which came first.
  syslog.log:
  to the second, without year, without zone | Of two things within a second nobody can say which came first. An old log is taken for one of this year. Logs of machines in two zones cannot be laid side by side, and where clocks are changed, an hour comes twice in autumn.
  timeless.json:
  missing | Nothing can be counted over time, and nobody can say what came first.
  whole.json:
  there
