A time layout with %m, the month, where %M is meant, writes the same minute all month long. Nobody sees it by looking at a line. The seconds give
it away: in each hour they start over 59 times.

  $ awk 'BEGIN { for (s = 0; s < 3 * 86400; s += 20) printf "192.0.2.%d - - [%02d/Nov/2026:%02d:11:%02d +0000] \"GET /%s HTTP/1.1\" 200 10\n",
  >   s % 97 + 1, 20 + s / 86400, s / 3600 % 24, s % 60, s % 7 }' >access.log
  $ weir-assess --as markdown access.log >report.md; sed -n '/^1\. /p' report.md
  1. **The log's clock is broken.** Every time stamp has the minute 11, the number of the month, while the lines come from all minutes of the hour. Every chart and every alert by the minute that is made of such a log is wrong, and nobody notices. The hours look made up, too: night and day are alike. → step 1
  $ grep -o 'The minute in its time stamps is wrong.*' report.md
  The minute in its time stamps is wrong.** In all 12,960 time stamps the minute is 11, which is also the number of the month. Yet in 72 of 72 hours the seconds start over exactly 59 times: sixty minutes in order, all written as the same one. So the lines come from the whole hour, and only the minute's number is wrong. Counts per hour do not need it, so this report counts by the hour (step 1).
  $ sed -n '/^### 1\. /,/^### 2/p' report.md | sed '$d; /^$/d; /^```/d'
  ### 1. Find out what writes the wrong minute, and mend it
  *Who handed the log over, with administrators of Apache httpd or nginx; an hour.* The usual cause is a time layout with `%H:%m:%S`, where `%m` is the month and `%M` would be the minute. nginx and Apache do not do this by themselves. So look for a time layout of your own in their configuration, in the log shipper, and in whatever exported this file. If the live log has the right minute, only the copy is wrong: then take no copy, and go on. Ask also whether somebody spread the times evenly over the file; they look like it.
  grep -rnE '%H:?%m' /etc/apache2 /etc/httpd /etc/nginx /etc/rsyslog.d /etc/logstash /etc/fluent* 2>/dev/null
  **Done when** in the log of today the minutes differ: `weir-assess` says nothing of a wrong minute any more.

Such a log is neither cut nor sampled, and by the hour it can be counted: no gap is invented, and no alert looks at a minute.

  $ weir-assess access.log | jq -c '[.time.lost_minute, .time.coverage, (.alerts | map(.firings) | add)]'
  ["month",1,0]
  $ weir-assess --pipeline access.log | grep -o 'weir-aggregate --every [0-9a-z]*' | head -n 1
  weir-aggregate --every 1h
  $ weir-assess --as page access.log | grep -E '^  (order|dated)|    dated'
    order    the minute is wrong: always 11, so order can be told by the hour only
    dated       9 of 15   100 % of the records have a time, but its minute is wrong; to the second only

The same log with its own minutes is not accused.

  $ awk 'BEGIN { for (s = 0; s < 3 * 86400; s += 20) printf "192.0.2.%d - - [%02d/Nov/2026:%02d:%02d:%02d +0000] \"GET /%s HTTP/1.1\" 200 10\n",
  >   s % 97 + 1, 20 + s / 86400, s / 3600 % 24, s / 60 % 60, s % 60, s % 7 }' >access.log
  $ weir-assess --as markdown access.log | grep -c 'minute .*wrong'
  0
  [1]
