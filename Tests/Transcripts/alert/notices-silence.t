With `--absent-for` an alert fires when no record has come for so long, and is resolved when one comes.

  $ metric() { printf '{"time":"2026-11-24T10:%02d:00Z","window":"1m","host":"%s","up":%s,"_by":["host"]}\n' "$1" "$2" "$3"; }
  $ { metric 0 a 1; metric 1 a 1; metric 9 a 1; metric 10 a 1; } | weir-alert --absent-for 5m --name silent

With `--by` each series is waited for by itself; with `--when`, a record counts only where that holds.

  $ { for i in $(seq 0 12); do metric $i a 1; if [ $i -lt 3 ] || [ $i -gt 10 ]; then metric $i b 1; fi; done; } | weir-alert --absent-for 5m --by host | jq -c '[.time, .state, .labels, .value]'
  $ { for i in $(seq 0 9); do metric $i a $((i < 2)); done; } | weir-alert --absent-for 5m --when 'up == 1' | jq -c '[.time, .alert, .state]'

It says itself how long, and a file of rules has it too.

  $ weir-alert --absent-for 5m --for 1m </dev/null
  $ printf 'groups:\n- name: web\n  rules:\n  - alert: Silent\n    absent_for: 5m\n    by: [host]\n    labels: {severity: page}\n' >rules.yaml
  $ { metric 0 a 1; metric 30 b 1; } | weir-alert --rules rules.yaml | jq -c '[.time, .state, .labels]'

Live, the clock goes on where the records do not: nothing has come for 300 ms here.

  $ mkfifo in; weir-alert --absent-for 300ms <in >out & exec 9>in; metric 0 a 1 >&9; until grep -q firing out; do sleep 0.05; done; exec 9>&-; wait; jq -c '[.alert, .state]' out
