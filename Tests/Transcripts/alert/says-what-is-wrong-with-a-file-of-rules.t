`--check` says all that is wrong with a file of rules, each at its place, and reads nothing.

  $ cat >rules.yaml <<'EOF'
  > groups:
  >   - name: web
  >     interval: 30s
  >     rules:
  >       - alert: Errors
  >         expr: error_ratio >> 0.05
  >         for: 5 minutes
  >       - alert: Slow
  >         exprs: duration_p99 > 2
  >       - alert: Requests
  >         expr: 'rate(http_requests_total{job="api"}[5m]) > 10'
  >       - alert: Many
  >         expr: >
  >           count > 10 &&
  >           lenght(path) > 3
  >         annotations:
  >           summary: "{{ $labels.path }} at {{ $value | humanise }}"
  >           graph: '{{ query "up" }}'
  >           name: '{{ .Lables.x }}'
  >       - record: job:errors
  >         expr: errors
  > EOF
  $ weir-alert --check rules.yaml
  weir-alert: rules.yaml:3:5: warning: 'interval' says nothing here: a rule is looked at whenever a metric comes
        interval: 30s
        ^^^^^^^^
  weir-alert: rules.yaml:6:28: error: a value is missing before '>'
            expr: error_ratio >> 0.05
                               ^
  weir-alert: rules.yaml:7:14: error: for: the duration '5 minutes' has the unknown unit ' minutes' (w, d, h, m, s, ms, us and ns are known); write for example 90s, 5m, 1h30m or 250ms
            for: 5 minutes
                 ^^^^^^^^^
  weir-alert: rules.yaml:8:9: error: this rule has no 'expr'
          - alert: Slow
            ^
  weir-alert: rules.yaml:9:9: error: unknown key 'exprs'; did you mean 'expr'?
            exprs: duration_p99 > 2
            ^^^^^
  weir-alert: rules.yaml:11:16: error: rate() is PromQL; weir-aggregate --every 5m 'rate as http_requests_rate' computes it: write http_requests_rate
            expr: 'rate(http_requests_total{job="api"}[5m]) > 10'
                   ^^^^
  weir-alert: rules.yaml:15:11: error: unknown function 'lenght'; did you mean 'length'?
              lenght(path) > 3
              ^^^^^^
  weir-alert: rules.yaml:17:55: error: unknown template function 'humanise'; did you mean 'humanize'?
              summary: "{{ $labels.path }} at {{ $value | humanise }}"
                                                          ^^^^^^^^
  weir-alert: rules.yaml:18:22: error: the template function 'query' needs a Prometheus behind it
              graph: '{{ query "up" }}'
                         ^^^^^
  weir-alert: rules.yaml:19:21: error: there is no .Lables.x here, but $labels.NAME and $value
              name: '{{ .Lables.x }}'
                        ^^^^^^^^^
  weir-alert: rules.yaml:20:9: error: recording rules are weir-aggregate's business: let it make the metric
          - record: job:errors
            ^^^^^^
  [78]

Without `--check` nothing runs either.

  $ echo '{"count":9,"_by":[]}' | weir-alert --rules rules.yaml 2>&1 | tail -n 3
  weir-alert: rules.yaml:20:9: error: recording rules are weir-aggregate's business: let it make the metric
          - record: job:errors
            ^^^^^^

A file that is right says so.

  $ printf 'groups:\n- name: web\n  rules:\n  - alert: Errors\n    expr: error_ratio > 0.05\n    for: 5m\n' >right.yaml
  $ weir-alert --check right.yaml
  weir-alert: right.yaml: 1 rule, nothing wrong
  $ weir-alert --check missing.yaml
  weir-alert: error: missing.yaml: No such file or directory
  [66]
  $ printf 'groups: [\n' >broken.yaml; weir-alert --check broken.yaml
  weir-alert: broken.yaml:2:1: error: did not find expected node content
  [78]

What is PromQL alone is answered with what weir says instead.

  $ promql() { printf "groups:\n- name: web\n  rules:\n  - alert: Errors\n    expr: '%s'\n" "$1" >promql.yaml; weir-alert --check promql.yaml 2>&1 | sed 's/.*error: //'; }
  $ promql 'up{job="api",path=~"/a.*"} == 0'
  label matchers in braces are PromQL; write job == "api" && path =~ "^(?:/a.*)$" && up …
        expr: 'up{job="api",path=~"/a.*"} == 0'
               ^^^^^^^^^^^^^^^^^^^^^^^^^^
  $ promql 'avg_over_time(latency[10m]) > 1'
  avg_over_time() is PromQL; write avg_over(latency, 10m)
        expr: 'avg_over_time(latency[10m]) > 1'
               ^^^^^^^^^^^^^
  $ promql 'errors - errors offset 1d > 5'
  'offset' is PromQL; write ago(FIELD, 1d)
        expr: 'errors - errors offset 1d > 5'
                               ^^^^^^
  $ promql 'sum by (job) (errors) > 5'
  'by (…)' is PromQL; the labels of a series are those of 'weir-aggregate --by', or the rule's 'by: [FIELD, …]'
        expr: 'sum by (job) (errors) > 5'
                   ^^
  $ promql 'absent(up{job="api"})'
  absent() is PromQL; instead of an expr, write absent_for: 5m
        expr: 'absent(up{job="api"})'
               ^^^^^^
  $ promql 'errors > 5 and count > 20'
  'and' is not an operator; write &&
        expr: 'errors > 5 and count > 20'
                          ^^^
  $ promql 'histogram_quantile(0.99, rate(x_bucket[5m])) > 1'
  histogram_quantile() is PromQL; weir-aggregate 'p99(duration)' computes it: write duration_p99
        expr: 'histogram_quantile(0.99, rate(x_bucket[5m])) > 1'
               ^^^^^^^^^^^^^^^^^^
  $ promql 'a unless b'
  'unless' is PromQL; write a && !b
        expr: 'a unless b'
                 ^^^^^^
