`--backtest` holds rules against old metrics and calls nobody: a record for each firing, and one for each rule.

  $ metric() { printf '{"time":"2026-11-24T10:%02d:00Z","window":"1m","path":"/a","errors":%s,"_by":["path"]}\n' "$1" "$2"; }
  $ i=0; for errors in 0 9 9 9 0 9 9 9 9 0 0 0 9 0 9 9 9 9; do metric $i $errors; i=$((i + 1)); done >metrics
  $ weir-alert --when 'errors > 5' --for 2m --keep-firing-for 2m --name burning --label severity=page --backtest --input metrics
  $ weir-alert --when 'errors > 5' --for 2m --keep-firing-for 2m --name burning --backtest --output table --input metrics

With `--exit-code` the status is 1 if something fired.

  $ weir-alert --when 'errors > 5' --backtest --exit-code --input metrics >out
  $ weir-alert --when 'errors > 50' --backtest --exit-code --input metrics

It calls nobody.

  $ weir-alert --when 'errors > 5' --backtest --exec true --input metrics

`--compare` tells what a change of rules would have changed.

  $ rules() { printf 'groups:\n- name: web\n  rules:\n  - alert: burning\n    expr: errors > 5\n    for: %s\n' $1; }
  $ rules 2m >old.yaml; rules 1m >new.yaml; rules 3m >third.yaml
  $ weir-alert --compare old.yaml new.yaml --input metrics
  $ weir-alert --compare old.yaml third.yaml --exit-code --input metrics | jq -c '[.change, .fired_at[14:16], .was_fired_at[14:16], .old_firings, .new_firings]'
  $ weir-alert --compare old.yaml old.yaml --exit-code --input metrics
  $ weir-alert --compare old.yaml --input metrics
