With `--absent-for` an alert fires when no record has come for so long, and is resolved when one comes.

  $ metric() { printf '{"time":"2026-11-24T10:%02d:00Z","window":"1m","host":"%s","up":%s,"_by":["host"]}\n' "$1" "$2" "$3"; }
  $ { metric 0 a 1; metric 1 a 1; metric 9 a 1; metric 10 a 1; } | weir-alert --absent-for 5m --name silent
  {"time":"2026-11-24T10:07:00Z","alert":"silent","state":"firing","labels":{},"value":300,"starts_at":"2026-11-24T10:02:00Z","ends_at":null,"fingerprint":"b7d9831989cfc0e9"}
  {"time":"2026-11-24T10:09:00Z","alert":"silent","state":"resolved","labels":{},"value":420,"starts_at":"2026-11-24T10:02:00Z","ends_at":"2026-11-24T10:09:00Z","fingerprint":"b7d9831989cfc0e9"}

With `--by` each series is waited for by itself; with `--when`, a record counts only where that holds.

  $ { for i in $(seq 0 12); do metric $i a 1; if [ $i -lt 3 ] || [ $i -gt 10 ]; then metric $i b 1; fi; done; } | weir-alert --absent-for 5m --by host | jq -c '[.time, .state, .labels, .value]'
  ["2026-11-24T10:08:00Z","firing",{"host":"b"},300]
  ["2026-11-24T10:11:00Z","resolved",{"host":"b"},480]
  $ { for i in $(seq 0 9); do metric $i a $((i < 2)); done; } | weir-alert --absent-for 5m --when 'up == 1' | jq -c '[.time, .alert, .state]'
  ["2026-11-24T10:07:00Z","up == 1","firing"]

It says itself how long, and a file of rules has it too.

  $ weir-alert --absent-for 5m --for 1m </dev/null
  weir-alert: error: --absent-for says itself how long; --for, --keep-firing-for and --clear do not go with it
  [64]
  $ printf 'groups:\n- name: web\n  rules:\n  - alert: Silent\n    absent_for: 5m\n    by: [host]\n    labels: {severity: page}\n' >rules.yaml
  $ { metric 0 a 1; metric 30 b 1; } | weir-alert --rules rules.yaml | jq -c '[.time, .state, .labels]'
  ["2026-11-24T10:06:00Z","firing",{"host":"a","severity":"page"}]
