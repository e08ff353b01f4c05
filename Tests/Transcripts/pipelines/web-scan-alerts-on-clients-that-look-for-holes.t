A visitor, a scanner that asks for what is not there until something is, and one that walks through paths.

  $ $REPO/pipelines/web-scan.sh $FIXTURES/web-scan.log | jq -r '[.time, .alert, .state, .labels.client, .annotations.summary] | @tsv'
  $ $REPO/pipelines/web-scan.sh - <$FIXTURES/web-scan.log | jq -c 'select(.alert == "WebScanFound" and .state == "firing") | .samples'
  $ $REPO/pipelines/web-scan.sh
  $ weir-alert --check $REPO/pipelines/rules/web-scan.yaml 2>&1 | sed 's/.*rules.web-scan/web-scan/'
