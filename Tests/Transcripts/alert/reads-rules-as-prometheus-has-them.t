A file of rules is Prometheus'; its expressions are weir's, over the fields of the metrics.

  $ cat >rules.yaml <<'EOF'
  > groups:
  >   - name: web
  >     rules:
  >       - alert: HighErrorRate
  >         expr: error_ratio > 0.05 && count >= 20
  >         for: 2m
  >         labels:
  >           severity: page
  >           team: '{{ $labels.path | toUpper }}'
  >         annotations:
  >           summary: '{{ $labels.path }} fails: {{ $value | humanizePercentage }}'
  >           description: 'p99 {{ printf "%.2f" $value }} of {{ .Labels.path }}{{ if gt $value 0.5 }}, more than half{{ end }}'
  >       - alert: Slow
  >         expr: duration_p99 > 2
  >         keep_firing_for: 1m
  > EOF
  $ metric() { printf '{"time":"2026-11-24T10:%s:00Z","window":"1m","path":"/a","count":50,"error_ratio":%s,"duration_p99":%s,"_by":["path"]}\n' "$1" "$2" "$3"; }
  $ { metric 00 0.1 1; metric 01 0.2 3; metric 02 0.6 1; metric 03 0.01 1; } >metrics
  $ weir-alert --rules rules.yaml --input metrics | jq -c '[.time[14:16], .alert, .state, .labels, .annotations, .value]'
  ["01","Slow","firing",{"path":"/a"},null,3]
  ["02","HighErrorRate","firing",{"path":"/a","severity":"page","team":"/A"},{"summary":"/a fails: 60%","description":"p99 0.60 of /a, more than half"},0.6]
  ["03","HighErrorRate","resolved",{"path":"/a","severity":"page","team":"/A"},{"summary":"/a fails: 60%","description":"p99 0.60 of /a, more than half"},0.01]
  ["03","Slow","resolved",{"path":"/a"},null,1]

Series that are not in a window have no value there; what fired is resolved then.

  $ { metric 00 0.6 1; metric 01 0.6 1; metric 02 0.6 1; metric 03 0.6 1; metric 10 0 1; } | weir-alert --rules rules.yaml | jq -c '[.time[14:16], .alert, .state]'
  ["02","HighErrorRate","firing"]
  ["04","HighErrorRate","resolved"]

A rule on the command line goes with those of a file.

  $ weir-alert --rules rules.yaml --when 'duration_p99 > 2' --name Slower --label severity=ticket --label 'why={{ $value }} s' --input metrics | jq -c 'select(.alert != "HighErrorRate") | [.alert, .state, .labels]'
  ["Slow","firing",{"path":"/a"}]
  ["Slower","firing",{"path":"/a","severity":"ticket","why":"3 s"}]
  ["Slower","resolved",{"path":"/a","severity":"ticket","why":"3 s"}]
  ["Slow","resolved",{"path":"/a"}]

What belongs to a rule on the command line needs one.

  $ weir-alert --rules rules.yaml --label a=b --input metrics
  weir-alert: error: --label belongs to --when EXPR
  [64]
  $ weir-alert --when 'count > 1' --label 1a=b --input metrics
  weir-alert: error: --label: '1a=b' is no label; write name=text
  [64]
  $ weir-alert --when 'count > 1' --label 'a={{ $lables.x }}' --input metrics
  weir-alert: error: --label: there is no $lables.x here, but $labels.NAME and $value; did you mean $labels?
    {{ $lables.x }}
       ^
  [64]
