The last half hour of a web server's log, or of whatever else there is.

  $ export WEIR_NOW=2026-11-20T10:00:00Z
  $ $REPO/pipelines/incident.sh -s 10m "$REPO/samples/access.log" | head -18
  The last 10m
  ════════════
  2026-11-20 09:50 to 2026-11-20 10:00

  Requests                 1 007
  Rate                    1.68/s
  Errors                     0 %
  Median                  60.2ms
  95th percentile          855ms
  99th percentile          1.33s

  Requests per second, by status
    2xx  █████▇█▇██  max 1.5/s
    3xx  ▆▅▄▇█▅▆▆▃▄  max 0.3/s
    4xx  ▄▄▄▅▅▇▃█▇▃  max 0.15/s

  Latency percentiles
    p99  ▁▁▁▁▁▁█▁█▁  max 1m0s
  $ $REPO/pipelines/incident.sh "$REPO/samples/access.log" | tail -4
  2026-11-20T09:48:52Z  POST    /checkout     504     10.02
  2026-11-20T09:48:55Z  POST    /checkout     502     3.725
  2026-11-20T09:48:57Z  POST    /checkout     504        10
  2026-11-20T09:49:06Z  GET     /             500     0.023
  $ for n in 1 2 3 4; do printf '{"time":"2026-11-20T09:5%s:00Z","level":"%s","service":"cart","message":"order %s"}\n' $n $([ $n = 2 ] && echo error || echo info) $n; done >app.log
  $ BY=service $REPO/pipelines/incident.sh -u 2026-11-20T10:00:00Z app.log
  The last 30m
  ════════════
  2026-11-20 09:30 to 2026-11-20 10:00

  Requests                     4
  Rate                  0.0022/s
  Errors                    25 %

  Requests per second
    Requests  ·····················████·····  max 0.02/s

  Error ratio
    Errors  ·····················▁█▁▁·····  max 100 %

  Services  requests  errors
  cart             4    25 %  ██████████

  Levels  requests  errors
  info           3     0 %  ██████████
  error          1   100 %  ███

  26 of 30 times of minute have no data.

  All figures are merged exactly from the states of their windows.

  The last complaints
  time                  level  service  message
  2026-11-20T09:52:00Z  error  cart     order 2
  $ $REPO/pipelines/incident.sh -u 2026-11-21T10:00:00Z app.log
  nothing from 2026-11-21T09:30:00Z to 2026-11-21T10:00:00Z
  $ $REPO/pipelines/incident.sh -s soon app.log
  usage: incident.sh [-s DURATION] [-u TIME] FILE ...
  [64]

What it needs and is not there is said before anything is made.

  $ mkdir -p alone/pipelines alone/bin; cp "$REPO/pipelines/incident.sh" alone/pipelines; cp "$(command -v weir)" alone/bin
  $ PATH=/usr/bin:/bin alone/pipelines/incident.sh access.log
  incident.sh: weir-report is not in PATH; 'make shore' in weir's sources builds it
  [78]
