Lines in one minute of each hour alone are no chance: the report says so once, at the top, and that what rests on it is provisional.

  $ for d in 20 21; do for h in $(seq -w 0 23); do for s in $(seq 10 29); do
  >   echo "192.0.2.1 - - [$d/Nov/2016:$h:05:$s +0000] \"GET / HTTP/1.1\" 200 10"; done; done; done >sample.log
  $ weir-assess --as markdown sample.log >report.md; grep -o 'always the same, from :05: a sample' report.md
  always the same, from :05: a sample
  $ grep -c 'years old' report.md
  1
  $ grep -o 'Provisional.*anew\.' report.md
  Provisional:** step 2 takes them anew.

Its holes say nothing of how long the service is ever quiet: the limit for silence comes from where it has lines.

  $ weir-assess sample.log | jq -c '.alerts[] | select(.alert == "silence") | [.absent_for, .usual, .firings]'
  ["3m","no window without a line, but for 47 holes of 59m at most",47]

Summary, table and steps are the same ones, and in the first of them nothing of the old log is kept: first comes a day of now.

  $ sed -n 's/^| \([0-9]\) | \*\*\(.*\)\*\* | \(.*\) | \(.*\) | .* |.*|$/\1. \2: \3/p' report.md
  1. Install weir: operations
  2. Assess a whole day of now, and keep that: operations
  3. Watch what is there already: the team on call
  4. Decide on personal data: data protection, with the service's owner
  5. Log durations, how full it is, request ids and the service: administrators of nginx or Apache httpd
  6. Measure the progress, and set the thresholds anew: the team on call
  $ sed -n 's/^### \([0-9]\. .*\)/\1/p' report.md
  1. Install weir
  2. Assess a whole day of now, and keep that
  3. Watch what is there already
  4. Decide on personal data
  5. Log durations, how full it is, request ids and the service
  6. Measure the progress, and set the thresholds anew
  $ grep -c 'Done when' report.md
  6
  $ sed -n '/^### 2/,/^### 3/s/^weir/weir/p' report.md
  weir-assess TODAY.log >baseline.json
  weir-assess --as markdown TODAY.log >report.md

How many errors an alert takes follows from the log's own rate, and so does how soon it is told.

  $ for n in 5 500; do awk -v n=$n 'BEGIN { for (m = 10; m < 50; m++) for (i = 0; i < n; i++)
  >   printf "192.0.2.1 - - [20/Nov/2016:10:%d:%02d +0000] \"GET / HTTP/1.1\" %d 10\n", m, i * 60 / n, i == 3 && m % 4 == 0 ? 503 : 200 }' >rate.log
  >   weir-assess rate.log | jq -r '.alerts[] | select(.alert == "errors") | "\(.expr): \(.usual): \(.told_after): \(.firings)"'; done
  errors >= 5 && error_ratio > 0.3: 10 of 200 (5 %), 1 in 1m at most: 2m if all fail, 11m if 50 %: 0
  errors >= 2 && error_ratio > 0.01: 10 of 20,000 (0.1 %), 1 in 1m at most: 2m if all fail, 3m if 2 %, 4m if 1 %: 0

An incident in the log is found, and does not become what is usual: the next one is told.

  $ weir-assess --as markdown "$REPO/samples/access.log" | grep -o 'Of the failures.*first'
  Of the failures, 54 in 7 windows of 1m, from 2026-11-20T09:42:00Z to 2026-11-20T09:49:00Z, are more than chance explains: **look there first
  $ weir-assess "$REPO/samples/access.log" | jq -r '.alerts[] | select(.alert == "errors") | .expr, .usual, .firings'
  errors >= 5 && error_ratio > 0.03
  59 of 2,992 (2 %), 12 in 1m at most; 0.2 % but for 7 that stand out
  1

A server that writes a dash where the caller sent no trace has no traces.

  $ for s in $(seq 10 49); do echo '{"time":"2026-11-24T10:00:'$s'Z","method":"GET","path":"/","status":200,"traceparent":"-"}'; done >new.log
  $ weir-assess new.log | jq -r .signals.traces.state
  missing
