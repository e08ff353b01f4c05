Lines in one minute of each hour alone are no chance: the report says so, and that thresholds are provisional.

  $ for d in 20 21; do for h in $(seq -w 0 23); do for s in $(seq 10 29); do
  >   echo "192.0.2.1 - - [$d/Nov/2016:$h:05:$s +0000] \"GET / HTTP/1.1\" 200 10"; done; done; done >sample.log
  $ weir-assess --as markdown sample.log >report.md; grep '^| pattern' report.md
  | pattern | 1m of every 1h has lines, always the same, from :05: 48 windows |
  $ grep -o 'They are provisional.*' report.md
  They are provisional**: the log is old and has holes that are not explained, so take them anew from a whole day of now.

So is what a log of years ago says.

  $ grep -c 'days old' report.md
  3

First comes what the rest is measured against, and privacy before more is logged.

  $ sed -n 's/^[0-9]\. \(\*\*[^*]*\*\*\).*/\1/p' report.md
  **Keep this assessment**
  **Find out what is missing from this log**
  **Watch what is there already**
  **Decide on personal data**
  **Log durations, how full it is and request ids**

A server that writes a dash where the caller sent no trace has no traces.

  $ for s in $(seq 10 49); do echo '{"time":"2026-11-24T10:00:'$s'Z","method":"GET","path":"/","status":200,"traceparent":"-"}'; done >new.log
  $ weir-assess new.log | jq -r .signals.traces.state
  missing
