An alert that comes and goes every ten seconds is told once, where it keeps firing for a minute, and once when it is over.

  $ for i in $(seq 0 29); do printf '{"time":"2026-11-24T10:0%s:%02dZ","window":"10s","errors":%s,"_by":[]}\n' $((i / 6)) $((i % 6 * 10)) $((i < 18 && i % 2 == 0 ? 9 : 0)); done >metrics
  $ weir-alert --name Errors --when 'errors > 5' --keep-firing-for 60s --input metrics | weir-notify --webhook https://example.org/hook --group-wait 0s --group-interval 0s --dry-run | jq -c '[.state, .alerts]'
  ["firing",1]
  ["resolved",1]

One that is over within --group-wait of being read is told to nobody, as with Alertmanager. A trial with old alerts, which come all at once, says so.

  $ weir-alert --name Errors --when 'errors > 5' --keep-firing-for 60s --input metrics >alerts
  $ weir-notify --webhook https://example.org/hook --dry-run <alerts
  weir-notify: 1 alert was over within --group-wait (30s) of being read, so nobody is told of it; --group-wait 0s tells such alerts, too
  $ weir-notify --webhook https://example.org/hook --dry-run --group-wait 0s <alerts | jq -c '[.state, .alerts]'
  ["firing",1]
  ["resolved",1]
