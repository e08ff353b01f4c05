`--backtest` holds rules against old metrics and calls nobody: a record for each firing, and one for each rule.

  $ metric() { printf '{"time":"2026-11-24T10:%02d:00Z","window":"1m","path":"/a","errors":%s,"_by":["path"]}\n' "$1" "$2"; }
  $ i=0; for errors in 0 9 9 9 0 9 9 9 9 0 0 0 9 0 9 9 9 9; do metric $i $errors; i=$((i + 1)); done >metrics
  $ weir-alert --when 'errors > 5' --for 2m --keep-firing-for 2m --name burning --label severity=page --backtest --input metrics
  {"alert":"burning","labels":{"path":"/a","severity":"page"},"value":9,"starts_at":"2026-11-24T10:01:00Z","fired_at":"2026-11-24T10:03:00Z","ends_at":"2026-11-24T10:11:00Z","duration":480}
  {"alert":"burning","labels":{"path":"/a","severity":"page"},"value":9,"starts_at":"2026-11-24T10:14:00Z","fired_at":"2026-11-24T10:16:00Z","ends_at":null,"duration":120}
  {"alert":"burning","firings":2,"per_day":160,"time_firing":600,"share":0.5556,"never_fired":1,"held_over":1}
  $ weir-alert --when 'errors > 5' --for 2m --keep-firing-for 2m --name burning --backtest --output table --input metrics
  alert    labels         value  starts_at             fired_at              ends_at               duration
  burning  {"path":"/a"}      9  2026-11-24T10:01:00Z  2026-11-24T10:03:00Z  2026-11-24T10:11:00Z       480
  burning  {"path":"/a"}      9  2026-11-24T10:14:00Z  2026-11-24T10:16:00Z  -                          120
  alert    firings  per_day  time_firing  share  never_fired  held_over
  burning        2      160          600  0.556            1          1

With `--exit-code` the status is 1 if something fired.

  $ weir-alert --when 'errors > 5' --backtest --exit-code --input metrics >out
  [1]
  $ weir-alert --when 'errors > 50' --backtest --exit-code --input metrics
  {"alert":"errors > 50","firings":0,"per_day":0,"time_firing":0,"share":0,"never_fired":0,"held_over":0}

It calls nobody.

  $ weir-alert --when 'errors > 5' --backtest --exec true --input metrics
  weir-alert: error: --backtest calls nobody: --exec has no place in it
  [64]

`--compare` tells what a change of rules would have changed.

  $ rules() { printf 'groups:\n- name: web\n  rules:\n  - alert: burning\n    expr: errors > 5\n    for: %s\n' $1; }
  $ rules 2m >old.yaml; rules 1m >new.yaml; rules 3m >third.yaml
  $ weir-alert --compare old.yaml new.yaml --input metrics
  {"alert":"burning","change":"moved","labels":{"path":"/a"},"fired_at":"2026-11-24T10:02:00Z","ends_at":"2026-11-24T10:04:00Z","was_fired_at":"2026-11-24T10:03:00Z","was_ends_at":"2026-11-24T10:04:00Z"}
  {"alert":"burning","change":"moved","labels":{"path":"/a"},"fired_at":"2026-11-24T10:06:00Z","ends_at":"2026-11-24T10:09:00Z","was_fired_at":"2026-11-24T10:07:00Z","was_ends_at":"2026-11-24T10:09:00Z"}
  {"alert":"burning","change":"moved","labels":{"path":"/a"},"fired_at":"2026-11-24T10:15:00Z","ends_at":null,"was_fired_at":"2026-11-24T10:16:00Z","was_ends_at":null}
  {"alert":"burning","old_firings":3,"new_firings":3,"old_time_firing":300,"new_time_firing":480}
  $ weir-alert --compare old.yaml third.yaml --exit-code --input metrics | jq -c '[.change, .fired_at[14:16], .was_fired_at[14:16], .old_firings, .new_firings]'
  ["gone",null,"03",null,null]
  ["moved","08","07",null,null]
  ["moved","17","16",null,null]
  [null,null,null,3,2]
  $ weir-alert --compare old.yaml old.yaml --exit-code --input metrics
  {"alert":"burning","old_firings":3,"new_firings":3,"old_time_firing":300,"new_time_firing":300}
  $ weir-alert --compare old.yaml --input metrics
  weir-alert: error: --compare takes two files, the rules that there are and those that there would be
  [64]
