A report has sections for what the records have. States are merged exactly: the totals are those of all records at once.

  $ weir-parse "$REPO/samples/access.log" | weir-aggregate --every 1m --by path,status --partial red 'sum(bytes)' >metrics
  $ weir-report --as text --title 'A morning' --top 3 <metrics
  A morning
  ═════════
  2026-11-20 09:30 to 2026-11-20 10:00

  Requests                 2 992
  Rate                    1.66/s
  Errors                  1.97 %
  Median                    54ms
  95th percentile          1.13s
  99th percentile          9.99s
  Traffic                28.9MiB

  Requests per second, by status
    2xx  ▇█▇▇███▇███▇▇▇█▇▇▇▇▇████▇▇█▇██  max 1.55/s
    3xx  █▅██▆▄▃▅▅▄██▇▇▃▇▄▅▇▆▆▅▄▇█▅▆▆▃▄  max 0.3/s
    4xx  ▄▂·▃▇▁▂▇▃▄▃▂▅▁▃▅▃▃▁▅▄▄▄▅▅▇▃█▇▃  max 0.15/s
    5xx  ········▂··▂▄▄▆▅▇▅█▁··········  max 0.2/s

  Error ratio
    Errors  ▁▁▁▁▁▁▁▁▂▁▁▂▄▄▆▆█▆█▁▁▁▁▁▁▁▁▁▁▁  max 11.1 %

  Latency percentiles
    p99  ▁▁▁▁▁▁▁▁▁▁▁▂▂▁▂▂▂▂▂▁▁▁▁▁▁▁█▁█▁  max 1m0s
    p95  ▁▁▁▁▁▁▁▁▁▁▁▂▃▂█▄█▃█▁▁▁▁▁▁▁▁▁▁▁  max 9.99s
    p50  ▄▇▇▇▄▅▆▅▅▇▆▄▄▅█▅▇▄█▄█▆█▆▄▆█▅▆█  max 78ms

  Traffic per minute
    Traffic  ▅▆▅▅▅██▆▅█▆▄▅▆▆▇▆██▇▄█▄▆▇▆▅▄█▆  max 1.37MiB

  Paths      requests  errors  median    p95    p99  traffic
  /               590  0.17 %    24ms  133ms  148ms  2.93MiB  ██████████
  /search         491     0 %   131ms  973ms  1.17s     3MiB  ████████
  /products       436  0.23 %  69.3ms  367ms  432ms  4.14MiB  ███████
  and 10 more

  Statuses  requests  errors  median     p95    p99  traffic
  200          2 460     0 %  73.1ms   942ms  1.82s  28.9MiB  ██████████
  304            358     0 %     1ms  5.99ms    9ms       0B  █
  404             92     0 %     1ms     3ms    3ms  13.7KiB \x20 (esc)
  and 5 more

  All figures are merged exactly from the states of their windows.
  $ grep -c '" 5[0-9][0-9] ' "$REPO/samples/access.log"
  59

From a store, of a part of the time, on the clocks of a place, compared with the time before.

  $ weir-store add --origin web1 web.db <metrics
  $ weir-report web.db --as markdown --since 2026-11-20T09:45:00Z --until 2026-11-20T10:00:00Z --timezone Europe/Berlin | head -12
  # Report of web\.db

  2026-11-20 10:45 to 2026-11-20 11:00

  | | | change |
  |---|--:|--:|
  | Requests | 1 504 | +1.08 % |
  | Rate | 1.67/s | +1.08 % |
  | Errors | 2.46 % | +66.4 % |
  | Median | 57ms | +13.9 % |
  | 95th percentile | 1.33s | +32.5 % |
  | 99th percentile | 9.99s | +83.4 % |
  $ weir-report web.db --as text --since 2026-11-20T09:45:00Z --against none | head -5
  Report of web.db
  ════════════════
  2026-11-20 09:45 to 2026-11-20 10:00

  Requests                 1 504
  $ weir-report web.db --as mail --title 'Tägliches' | head -3
  Subject: =?utf-8?B?VMOkZ2xpY2hlcw==?=\x0d (esc)
  MIME-Version: 1.0\x0d (esc)
  Content-Type: multipart/alternative; boundary="=_weir-report"\x0d (esc)
  $ weir-report web.db --against never
  weir-report: error: --against: 'never' is none of previous, yesterday, last-week, none, and no duration
  [64]

The time that it is compared with is drawn besides.

  $ weir-report web.db --since 2026-11-20T09:45:00Z --until 2026-11-20T10:00:00Z | grep -c 'class="line before"'
  2
  $ weir-report web.db --since 2026-11-20T09:45:00Z --until 2026-11-20T10:00:00Z --against none | grep -c 'class="line before"'
  0
  [1]

The ledger of the filters before says how much of the log was understood.

  $ { cat "$REPO/samples/access.log"; echo 'no line of a log'; } >broken.log
  $ WEIR_LEDGER=ledger weir-parse --format nginx broken.log 2>/dev/null | WEIR_LEDGER=ledger weir-aggregate --every 1m --by path --partial red 2>/dev/null >minutes
  $ weir-report --as text --quality ledger <minutes | sed -n 4p
  2 993 lines read; 1 not understood (0.03 %: no-match 1)
  $ weir-report --quality ledger <minutes | grep -o '<p>2[^/]*/p>'
  <p>2 993 lines read; 1 not understood (0.03 %: no-match 1)</p>
  $ weir-report --as markdown --quality nowhere <minutes
  weir-report: error: nowhere: No such file or directory
  [66]

How many requests took how long, and where they came from, if records say that.

  $ weir-report <metrics | grep -o '<h2>How many[^<]*</h2>'; weir-report <metrics | grep -c '<div class="heatname">[0-9.]*m\?s – '
  <h2>How many requests took how long</h2>
  15
  $ for country in DE FR DE; do printf '{"time":"2026-11-20T10:0%d:00Z","window":"1m","country":"%s","count":3,"_by":["country"]}\n' $((n = ${n-0} + 1)) $country; done | weir-report --as text | grep -A2 Countries
  Countries  requests
  DE                6  ██████████
  FR                3  █████

Times and numbers that cannot be are no reason to fall over.

  $ for time in 1677-09-22 1969-12-31 2026-11-20 2262-04-11; do for count in 1e400 -5 1e308 1e-320 0; do echo "{\"time\":\"${time}T00:00:00Z\",\"window\":\"1h\",\"count\":$count,\"duration_p95\":$count,\"error_ratio\":$count,\"_by\":[]}"; done; done >odd
  $ for form in html text markdown mail; do weir-report --as $form <odd >out 2>&1 || echo "$form: $?"; done
  $ weir-top <odd >out || echo $?; weir-store add --origin a odd.db <odd; weir-store info odd.db; weir-store rollup odd.db; weir-store check odd.db
  weir-top: stdin:1: warning: no numbers in it
  weir-top: stdin:6: warning: no numbers in it
  weir-top: stdin:11: warning: no numbers in it
  weir-top: stdin:16: warning: no numbers in it
  weir-top: warning: 4 of 20 lines not understood (bad-type 4); --rejects FILE keeps them
  weir-store: warning: duration_p95 comes without a state, and quantiles cannot be merged to hours and days by themselves; weir-aggregate --partial writes states
  {"window":"1h","series":1,"points":4,"first":"1677-09-22T00:00:00Z","last":"2262-04-11T01:00:00Z","stateless":4,"changed_days":0,"origins":["a"]}
  weir-store: warning: 3 points have no state to be merged by; weir-aggregate --partial gives them one
  weir-store: 0 points written
  weir-store: odd.db: whole; 4 points

Without metrics of windows there is no page, but a word on what is missing; and a time that nothing is of names the flag and what there is.

  $ weir-report </dev/null >page; echo $?; cat page
  weir-report: error: there is nothing to draw: standard input has no metrics of windows, such as weir-aggregate --every 1m writes
  66
  $ echo '{"count":3,"_by":[]}' | weir-report >page; echo $?; cat page
  weir-report: stdin:1: warning: no 'time' to keep it by
  weir-report: warning: 1 of 1 lines not understood (bad-time 1); --rejects FILE keeps them
  weir-report: error: there is nothing to draw: standard input has no metrics of windows, such as weir-aggregate --every 1m writes
  66
  $ weir-report web.db --since 2026-12-24; weir-report web.db --since 2026-11-20 --until 2026-11-19
  weir-report: error: --since: nothing is kept from 2026-12-24 on; there are metrics from 2026-11-20 09:30 to 2026-11-20 10:00
  weir-report: error: --until: 2026-11-19 is not later than --since 2026-11-20; there are metrics from 2026-11-20 09:30 to 2026-11-20 10:00
  [64]
