The rules and the tests of the tour in weir-alert(1) are taken from the page itself, and run.

  $ block() { awk -v first="$1" '/^\.Ss A tour/ { on = 1 } on && /^\.Ed/ { if (taking) exit } on && $0 == first { taking = 1 } taking' $REPO/man/weir-alert.1; }
  $ block groups: >tour.yaml; block rule_files: >tests.yaml
  $ weir-alert --check tour.yaml
  weir-alert: tour.yaml: 4 rules, nothing wrong
  $ weir-alert --test tests.yaml
  weir-alert: tests.yaml: 6 checks, all right

The metrics come from logs: health checks, and requests.

  $ for i in $(seq 0 6); do printf '{"time":"2026-11-24T10:0%s:10Z","job":"shop","instance":"shop:80","healthy":%s}\n' $i $([ $i = 0 ] && echo true || echo false); printf '{"time":"2026-11-24T10:0%s:20Z","job":"myjob","instance":"my:80","duration":2}\n' $i; done >health.log
  $ weir-parse --format json health.log | weir-aggregate --every 1m --by job,instance 'min(healthy ?? true ? 1 : 0) as up' 'mean(duration)' 'p50(duration)' | weir-alert --rules tour.yaml | jq -c '[.time, .alert, .state, .labels]'
  ["2026-11-24T10:06:00Z","InstanceDown","firing",{"job":"shop","instance":"shop:80","team":"myteam","severity":"page"}]
