Three nights, with a rotation in between. Each request counts once, whatever the runs.

  $ request() { printf '192.0.2.1 - - [%s +0000] "GET %s HTTP/1.1" %s 10 "-" "curl"\n' "$@"; }
  $ { request 13/Nov/2026:10:00:00 /a 200; for n in 1 2 3 4 5; do request 19/Nov/2026:1$n:00:00 /a 200; done; request 19/Nov/2026:23:59:59 /b 500; } >access.log
  $ WEIR_NOW=2026-11-20T00:10:00Z $REPO/pipelines/cron-daily-report.sh access.log web
  $ ls web | grep -v 'db-'; grep -o '<title>access.*</title>' web/2026-11-19.html; grep -o '<dt>Requests</dt><dd class="value">[0-9]*</dd>' web/2026-11-19.html
  2026-11-19.html
  ledger
  metrics.db
  state
  <title>access.log, 2026-11-19</title>
  <dt>Requests</dt><dd class="value">6</dd>
  $ { request 19/Nov/2026:23:59:59 /b 200; request 20/Nov/2026:08:00:00 /c 200; } >>access.log; mv access.log access.log.1; request 20/Nov/2026:09:00:00 /c 404 >access.log
  $ cat >mailer <<'END'
  > #!/bin/sh
  > cat >"mail.$1"
  > END
  $ chmod +x mailer; export MAILER=./mailer WEIR_NOW=2026-11-21T00:10:00Z
  $ $REPO/pipelines/cron-daily-report.sh -m ops@example.org access.log web; $REPO/pipelines/cron-daily-report.sh -m ops@example.org access.log web
  $ grep -o '<dt>Requests</dt><dd class="value">[0-9]*</dd>' web/2026-11-20.html; head -3 mail.ops@example.org
  <dt>Requests</dt><dd class="value">2</dd>
  To: ops@example.org
  Subject: =?utf-8?B?YWNjZXNzLmxvZywgMjAyNi0xMS0yMA==?=\x0d (esc)
  MIME-Version: 1.0\x0d (esc)
  $ weir-report --as text --since 2026-11-19 --until 2026-11-20 --against none web/metrics.db | grep -A99 'Paths'
  Paths  requests  errors  traffic
  /a            5     0 %      50B  ██████████
  /b            2    50 %      20B  ████

  Statuses  requests  errors  traffic
  200              6     0 %      60B  ██████████
  500              1   100 %      10B  ██

  90 of 96 times of 15 minutes have no data.

  All figures are merged exactly from the states of their windows.
  $ weir-report --as text --since 2026-11-19 --until 2026-11-20 --against none web/metrics.db | grep -A3 'per second'
  Requests per second, by status
    2xx  ······················█·█·█·█·█················█  max 0.0011/s
    5xx  ···············································█  max 0.0011/s
  (esc)
  $ weir-store info web/metrics.db | grep -o '"window":"[^"]*"'
  "window":"1m"
  "window":"1h"
  "window":"1d"
  $ BY=path TZ=Europe/Berlin $REPO/pipelines/cron-daily-report.sh access.log
  usage: cron-daily-report.sh [-m ADDRESS] LOG FOLDER
  [64]

What it needs and is not there is said before anything is made.

  $ mkdir -p alone/pipelines alone/bin; cp "$REPO/pipelines/cron-daily-report.sh" alone/pipelines; cp "$(command -v weir)" alone/bin
  $ PATH=/usr/bin:/bin alone/pipelines/cron-daily-report.sh access.log site
  cron-daily-report.sh: weir-store is not in PATH; 'make shore' in weir's sources builds it
  [78]
  $ ls
  access.log
  access.log.1
  alone
  mail.ops@example.org
  mailer
  web
