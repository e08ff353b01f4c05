Lines in one minute of each hour alone are no chance: the report says so once, at the top, and that what rests on it is provisional.

  $ for d in 20 21; do for h in $(seq -w 0 23); do for s in $(seq 10 29); do
  >   echo "192.0.2.1 - - [$d/Nov/2016:$h:05:$s +0000] \"GET / HTTP/1.1\" 200 10"; done; done; done >sample.log
  $ weir-assess --as markdown sample.log >report.md; grep -o 'always the same, from :05: a sample' report.md
  always the same, from :05: a sample
  $ grep -c 'years old' report.md
  1
  $ grep -o 'Provisional.*anew\.' report.md
  Provisional:** step 3 takes them anew.

Its holes say nothing of how long the service is ever quiet: the limit for silence comes from where it has lines.

  $ weir-assess sample.log | jq -c '.alerts[] | select(.alert == "silence") | [.absent_for, .usual, .firings]'
  ["3m","no window without a line, except for 47 gaps of 59m at most",47]

Summary, table and steps are the same ones, and the first asks where the file comes from, which costs nothing; then comes a week of now.

  $ sed -n 's/^| \([0-9]\) | \*\*\(.*\)\*\* | \(.*\) | \(.*\) | .* |.*|$/\1. \2: \3/p' report.md
  1. Ask where this file comes from: who handed it over
  2. Install weir: operations
  3. Assess the log as it is today, a week of it: operations
  4. Watch what is there already: the team on call
  5. Decide on personal data: data protection, with the service's owner
  6. Log durations, how busy it is, request ids and the service: administrators of nginx or Apache httpd
  7. Measure the progress, and set the thresholds anew: the team on call
  $ sed -n 's/^### \([0-9]\. .*\)/\1/p' report.md
  1. Ask where this file comes from
  2. Install weir
  3. Assess the log as it is today, a week of it
  4. Watch what is there already
  5. Decide on personal data
  6. Log durations, how busy it is, request ids and the service
  7. Measure the progress, and set the thresholds anew
  $ grep -c 'Done when' report.md
  7
  $ sed -n '/^### 3/,/^### 4/s/^weir/weir/p' report.md
  weir-assess TODAY.log* >baseline.json
  weir-assess --as markdown TODAY.log* >report.md

Which of its two rates the thresholds are for is said, and what to do if it is the other.

  $ grep -o 'for the rate that it has in those: .* in 1m), do not use these' report.md
  for the rate that it has in those: **20 in 1m**, which would be 28,800 a day; that the file has 490 a day is due to its gaps. If the service is really as quiet as that (0.3 in 1m), do not use these
  $ grep -c 'sampled or rewritten' report.md
  0
  [1]

Where many clients come by the clock, and nearly all lines are out of order but never beyond their minute, it is somebody's doing.

  $ awk 'BEGIN { for (h = 0; h < 24; h++) for (i = 0; i < 40; i++)
  >   printf "192.0.2.%d - - [20/Nov/2026:%02d:05:%02d +0000] \"GET / HTTP/1.1\" 200 10\n", i % 30 + 1, h, (i * 37) % 60 }' >made.log
  $ weir-assess --as markdown made.log | grep -o 'That 30 clients.*rewritten'
  That 30 clients come by the clock, and 85 % of the lines stand out of order, but never beyond their minute, says together: **the file was sampled or rewritten

The points that are missing are accounted for, one by one.

  $ sed -n '/^## Score/,/^## Gaps/s/^| \(.*\) | \(.*\) | .* | \(.*\) |$/\1: \2: \3/p' report.md | sed 1d
  parsed: 20 of 20:\x20 (esc)
  dated: 13 of 15: +2 by step 6 (milliseconds)
  levelled: 10 of 10:\x20 (esc)
  identified: 5 of 15: +5 by step 6 (the service); 5 stay: none of the steps changes that
  measured: 0 of 15: +6 by step 6 (durations, to be derived); 9 stay: durations in seconds, in a field duration, and another measure with a unit
  traceable: 0 of 15: +8 by step 6 (request ids, of one service); 7 stay: a trace id in each record, which whoever is called first begins
  safe: 7 of 10: 3 stay: the log itself keeps them; the program would have to leave them out
  **all**: **55 of 100**: +21, to 76; 24 stay

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
  59 of 2,992 (2 %), 12 in 1m at most; 0.2 % apart from 7 windows that stand out
  1

A server that writes a dash where the caller sent no trace has no traces.

  $ for s in $(seq 10 49); do echo '{"time":"2026-11-24T10:00:'$s'Z","method":"GET","path":"/","status":200,"traceparent":"-"}'; done >new.log
  $ weir-assess new.log | jq -r .signals.traces.state
  missing
