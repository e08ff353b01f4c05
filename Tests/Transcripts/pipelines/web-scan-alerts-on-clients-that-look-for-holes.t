A visitor, a scanner that asks for what is not there until something is, and one that walks through paths.

  $ $REPO/pipelines/web-scan.sh $FIXTURES/web-scan.log | jq -r '[.time, .alert, .state, .labels.client, .annotations.summary] | @tsv'
  2026-11-20T02:03:00Z	WebProbe	firing	198.51.100.23	198.51.100.23 asked 4 times for what only scanners ask for
  2026-11-20T02:05:00Z	WebScanFound	firing	198.51.100.23	198.51.100.23 was answered 1 times to what only scanners ask for
  2026-11-20T02:10:00Z	WebScan	firing	192.0.2.99	192.0.2.99 walks through paths: 24 refused in a minute
  2026-11-20T02:14:00Z	WebProbe	resolved	198.51.100.23	198.51.100.23 asked 4 times for what only scanners ask for
  2026-11-20T02:21:00Z	WebScan	resolved	192.0.2.99	192.0.2.99 walks through paths: 24 refused in a minute
  2026-11-20T03:06:00Z	WebScanFound	resolved	198.51.100.23	198.51.100.23 was answered 1 times to what only scanners ask for
  $ $REPO/pipelines/web-scan.sh - <$FIXTURES/web-scan.log | jq -c 'select(.alert == "WebScanFound" and .state == "firing") | .samples'
  {"path_values":["/backup/.env"]}
  $ $REPO/pipelines/web-scan.sh
  usage: web-scan.sh [-f] FILE
  [64]
  $ weir-alert --check $REPO/pipelines/rules/web-scan.yaml 2>&1 | sed 's/.*rules.web-scan/web-scan/'
  web-scan.yaml: 3 rules, nothing wrong
