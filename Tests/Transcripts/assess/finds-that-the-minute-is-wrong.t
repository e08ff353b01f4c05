A time layout with %m, the month, where %M is meant, writes the same minute all month long. Nobody sees it by looking at a line. The seconds give
it away: in each hour they start over 59 times.

  $ awk 'BEGIN { for (s = 0; s < 3 * 86400; s += 20) printf "192.0.2.%d - - [%02d/Nov/2026:%02d:11:%02d +0000] \"GET /%s HTTP/1.1\" 200 10\n",
  >   s % 97 + 1, 20 + s / 86400, s / 3600 % 24, s % 60, s % 7 }' >access.log
  $ weir-assess --as markdown access.log >report.md; sed -n '/^1\. /p' report.md
  1. **This file is probably a processed sample, and not the raw log.** Every time stamp has the minute 11, the number of the month, and night and day are alike: its times were most likely rewritten when it was made. Confirm where it comes from before anything else. If the raw log has the same minute, its time format is wrong (`%m` for `%M`), and so is every chart by the minute. → steps 1 and 4
  $ grep -o 'The minute in its time stamps is wrong.*' report.md
  The minute in its time stamps is wrong.** In all 12,960 time stamps the minute is 11, which is also the number of the month. Yet in 72 of 72 hours the seconds start over exactly 59 times: sixty minutes in order, all written as the same one. So, when the minute was overwritten, the times went through the whole hour in order. Counts per hour do not need it, so this report counts by the hour (step 1).
  $ sed -n '/^### 1\. /,/^### 2/p' report.md | sed '$d; /^$/d; /^```/d'
  ### 1. Find out where this file comes from
  *Who handed the log over, with administrators of Apache httpd or nginx; an hour.* Is it the raw log, as the server wrote it, or was it exported, sampled or rewritten? Look at the minutes of the raw log: of each minute of the hour the command prints how many lines have it. Change nothing yet; the next steps take stock first. Ask also whether somebody spread the times evenly over the file; they look like it.
  grep -ohE '[T :][0-9]{2}:[0-9]{2}:[0-9]{2}' LOG | awk -F: '{print $(NF - 1)}' | sort | uniq -c
  **Done when** somebody can say what made this file, and whether the raw log has one minute or all sixty.
  $ grep -ohE '[T :][0-9]{2}:[0-9]{2}:[0-9]{2}' access.log | awk -F: '{print $(NF - 1)}' | sort | uniq -c | sed 's/^ *//'
  12960 11

It is corrected when stock has been taken, so that the progress can be measured.

  $ sed -n 's/^### \([2-4]\. .*\)/\1/p' report.md
  2. Install weir
  3. Assess last week's log
  4. Correct the minute, if the raw log has it wrong

Such a log is neither cut nor sampled, and by the hour it can be counted: no gap is invented, and no alert looks at a minute.

  $ weir-assess access.log | jq -c '[.time.lost_minute, .time.coverage, (.alerts | map(.firings) | add)]'
  ["month",1,0]
  $ weir-assess --pipeline access.log | grep -o 'weir-aggregate --every [0-9a-z]*' | head -n 1
  weir-aggregate --every 1h
  $ weir-assess --as page access.log | grep -E '^  (order|dated)|    dated'
    order    the minute is wrong: always 11, so the times tell the order by the hour only
    dated       9 of 15   100 % of the records have a time, but its minute is wrong; to the second only

The same log with its own minutes is not accused.

  $ awk 'BEGIN { for (s = 0; s < 3 * 86400; s += 20) printf "192.0.2.%d - - [%02d/Nov/2026:%02d:%02d:%02d +0000] \"GET /%s HTTP/1.1\" 200 10\n",
  >   s % 97 + 1, 20 + s / 86400, s / 3600 % 24, s / 60 % 60, s % 60, s % 7 }' >access.log
  $ weir-assess --as markdown access.log | grep -c 'minute .*wrong'
  0
  [1]
