Lines in one minute of each hour alone are no chance: the report says so, and which of its numbers can be relied on.

  $ for d in 20 21; do for h in $(seq -w 0 23); do for s in $(seq 10 29); do
  >   echo "192.0.2.1 - - [$d/Nov/2016:$h:05:$s +0000] \"GET / HTTP/1.1\" 200 10"; done; done; done >sample.log
  $ weir-assess --as markdown sample.log >report.md; sed -n '/^### How far/,/^## What/p' report.md | sed '$d; /^$/d'
  ### How far it can be trusted
  - **It is 10 years old.** What it says of the service was true then. Whether it is true today, only today's log can tell.
  - **Most of its time is missing.** Only 48 of 2,821 minutes between the first line and the last have any: 1m of every 1h has lines, always the same, from :05. So it is a sample, or the program writes only when its time has come (step 1).
  | what | can you rely on it? |
  |---|---|
  | fields, gaps, personal data, changes to make, cost per million lines | **yes**, as long as the log is still written in this form |
  | shares, such as that of failures; pages that fail or are missing | **only if** the lines were picked without a look at what is in them; nobody knows that yet |
  | counts per minute, hour or day | **no**, lines are missing |
  | thresholds of alerts | **no**, they are examples; step 5 takes them from last week's log |
  $ grep -o 'These are examples.*week.s log\.' report.md
  These are examples, to show what you will get.** Step 5 makes them anew from last week's log.

Its holes say nothing of how long the service is ever quiet. An alert for silence that fires in each of them would be of no use to anybody, so two
turns have to be missing; and what needs a day in a row is not said to be tested.

  $ weir-assess sample.log | jq -c '.alerts[] | select(.alert == "silence") | [.absent_for, .usual, .firings]'
  ["2h","no window without a line, except for 47 gaps of 59m at most; so two turns have to be missing",0]
  $ grep -o 'not tested: the log.*row' report.md
  not tested: the log never has 30m in a row

The table and the steps are the same ones. The first asks where the file comes from, which costs nothing; then comes last week's log.

  $ sed -n 's/^| \([0-9]\) | \*\*\(.*\)\*\* | \(.*\) | \(.*\) | .* |.*|$/\1. \2: \3/p' report.md
  1. Ask where this file comes from: who handed it over
  2. Install weir: operations
  3. Assess last week's log: operations
  4. Let a check from outside ask the service: the team on call
  5. Watch what the log already tells: the team on call
  6. Decide on personal data: data protection, with the owner of the service
  7. Log durations, how busy the server is, request ids and the service: administrators of nginx or Apache httpd
  8. Log the same request id in the application: developers of the application
  9. Measure the progress, and renew the thresholds: the team on call
  $ sed -n 's/^### \([0-9]\. .*\)/\1/p' report.md
  1. Ask where this file comes from
  2. Install weir
  3. Assess last week's log
  4. Let a check from outside ask the service
  5. Watch what the log already tells
  6. Decide on personal data
  7. Log durations, how busy the server is, request ids and the service
  8. Log the same request id in the application
  9. Measure the progress, and renew the thresholds
  $ grep -c 'Done when' report.md
  9
  $ sed -n '/^### 3/,/^### 4/s/^weir/weir/p' report.md
  weir-assess LOG* >baseline.json
  weir-assess --as markdown LOG* >report.md

Which of its two rates the thresholds are for is said, and what to do if it is the other.

  $ grep -o 'They fit the rate inside those.*do not use these numbers' report.md
  They fit the rate inside those: **20 in 1m**, or 28,800 a day. With its gaps the file has only 490 a day; if that is the true rate, do not use these numbers
  $ grep -c 'sampled or rewrote' report.md
  0
  [1]

Where many clients come by the clock, and nearly all lines are out of order but never beyond their minute, it is somebody's doing.

  $ awk 'BEGIN { for (h = 0; h < 24; h++) for (i = 0; i < 40; i++)
  >   printf "192.0.2.%d - - [20/Nov/2026:%02d:05:%02d +0000] \"GET / HTTP/1.1\" 200 10\n", i % 30 + 1, h, (i * 37) % 60 }' >made.log
  $ weir-assess --as markdown made.log | grep -o 'But 30 clients.*file'
  But 30 clients do not all come by the clock, and 85 % of the lines are out of order, though never beyond their minute. So somebody sampled or rewrote this file

The points that are missing are accounted for, one by one.

  $ sed -n '/^## Score/,/^## Gaps/s/^| \(.*\) | \(.*\) | .* | \(.*\) |$/\1: \2: \3/p' report.md | sed 1d
  parsed: 20 of 20:\x20 (esc)
  dated: 13 of 15: +2 by step 7 (milliseconds)
  levelled: 10 of 10:\x20 (esc)
  identified: 5 of 15: +5 by step 7 (the service); 5 stay: no step changes that
  measured: 0 of 15: +6 by step 7 (durations, which the script converts); 9 stay: for durations written in seconds (microseconds serve as well, since the script converts them: leave it), and for another measure with a unit
  traceable: 0 of 15: +8 by step 7 (request ids, of one service); 7 stay: for a trace id, which takes OpenTelemetry in the applications
  safe: 7 of 10: 3 stay: the log still has this data; that is a decision, not a fault
  **all**: **55 of 100**: +21, which makes 76; 24 stay

How many errors an alert takes follows from the log's own rate, and so does how soon it is told.

  $ for n in 5 500; do awk -v n=$n 'BEGIN { for (m = 10; m < 50; m++) for (i = 0; i < n; i++)
  >   printf "192.0.2.1 - - [20/Nov/2016:10:%d:%02d +0000] \"GET / HTTP/1.1\" %d 10\n", m, i * 60 / n, i == 3 && m % 4 == 0 ? 503 : 200 }' >rate.log
  >   weir-assess rate.log | jq -r '.alerts[] | select(.alert == "errors") | "\(.expr): \(.usual): \(.told_after): \(.firings)"'; done
  errors >= 5 && error_ratio > 0.3: 10 of 200 (5 %), 1 in 1m at most: 3m if all fail, 11m if 50 %: 0
  errors >= 5 && error_ratio > 0.01: 10 of 20,000 (0.1 %), 1 in 1m at most: 2m if all fail, 3m if 2 %, 4m if 1 %: 0

Where a few come a minute, a window has too few to see a small share by: what fails now and then is seen over a day.

  $ awk 'BEGIN { for (d = 10; d < 13; d++) for (m = 0; m < 1440; m++) for (i = 0; i < 3; i++)
  >   printf "192.0.2.1 - - [%d/Nov/2016:%02d:%02d:%02d +0000] \"GET / HTTP/1.1\" %d 10\n", d, m / 60, m % 60, i * 20, i == 1 && m % 720 == 7 ? 500 : 200 }' >sparse.log
  $ weir-assess sparse.log | jq -r '.alerts[] | select(.signal == "errors" and .alert != "refused") | "\(.severity): \(.expr): \(.told_after)"'
  page: errors >= 5 && error_ratio > 0.01: 11m if all fail, 18m if 20 %, 37m if 10 %
  ticket: sum_over(errors, 1d) >= 6 && sum_over(errors, 1d) > 0.0017 * sum_over(count, 1d): 9h if 0.5 %, 22h if 0.2 %

How soon is the mean of faults that begin anywhere in a window, and what silence takes at most.

  $ weir-assess --as markdown sparse.log | grep -o '\*Told after\*[^.]*\.'; weir-assess --as markdown sparse.log | grep -o '| silence .*'
  *Told after* is the time from the beginning of a fault until the alert fires, in the mean of faults that begin anywhere in a window; of silence it is counted from the last line.
  | silence | `nothing comes for 45m` | page | no window without a line | 1h1m at most | never |

An incident in the log is found, and does not become what is usual: the next one is told.

  $ weir-assess --as markdown "$REPO/samples/access.log" | grep -o 'There was an incident.*'
  There was an incident.** 59 requests failed: 54 in 7 windows of 1m, from 2026-11-20T09:42:00Z to 2026-11-20T09:49:00Z, which is more than chance explains; mostly `/checkout`, 54 times. **Look there first.** → step 4
  $ weir-assess "$REPO/samples/access.log" | jq -r '.alerts[] | select(.alert == "errors") | .expr, .usual, .firings'
  errors >= 5 && error_ratio > 0.03
  59 of 2,992 (2 %), 12 in 1m at most; 0.2 % apart from 7 windows that stand out
  1

A server that writes a dash where the caller sent no trace has no traces.

  $ for s in $(seq 10 49); do echo '{"time":"2026-11-24T10:00:'$s'Z","method":"GET","path":"/","status":200,"traceparent":"-"}'; done >new.log
  $ weir-assess new.log | jq -r .signals.traces.state
  missing
