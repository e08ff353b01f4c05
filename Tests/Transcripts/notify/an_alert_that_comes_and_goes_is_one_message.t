An alert that comes and goes every ten seconds is told once, where it keeps firing for a minute, and once when it is over.

  $ for i in $(seq 0 29); do printf '{"time":"2026-11-24T10:0%s:%02dZ","window":"10s","errors":%s,"_by":[]}\n' $((i / 6)) $((i % 6 * 10)) $((i < 18 && i % 2 == 0 ? 9 : 0)); done >metrics
  $ weir-alert --name Errors --when 'errors > 5' --keep-firing-for 60s --input metrics | weir-notify --webhook https://example.org/hook --group-wait 0s --group-interval 0s --dry-run | jq -c '[.state, .alerts]'
  ["firing",1]
  ["resolved",1]
