`--test` runs tests of rules that are written as for promtool: series with their values, and what is to fire when.

  $ cat >rules.yaml <<'EOF'
  > groups:
  >   - name: example
  >     rules:
  >       - alert: InstanceDown
  >         expr: up == 0
  >         for: 5m
  >         labels:
  >           severity: page
  >         annotations:
  >           summary: "Instance {{ $labels.instance }} down"
  >           description: "{{ $labels.instance }} of job {{ $labels.job }} has been down for more than 5 minutes."
  >       - alert: Silent
  >         absent_for: 10m
  > EOF
  $ cat >tests.yaml <<'EOF'
  > rule_files:
  >   - rules.yaml
  > evaluation_interval: 1m
  > tests:
  >   - interval: 1m
  >     input_series:
  >       - series: 'up{job="prometheus", instance="localhost:9090"}'
  >         values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0'
  >       - series: 'up{job="node_exporter", instance="localhost:9100"}'
  >         values: '1+0x6 0 0 0 0 0 0 0 0'
  >     alert_rule_test:
  >       - eval_time: 4m
  >         alertname: InstanceDown
  >       - eval_time: 10m
  >         alertname: InstanceDown
  >         exp_alerts:
  >           - exp_labels:
  >               severity: page
  >               instance: localhost:9090
  >               job: prometheus
  >             exp_annotations:
  >               summary: "Instance localhost:9090 down"
  >               description: "localhost:9090 of job prometheus has been down for more than 5 minutes."
  >       - eval_time: 24m
  >         alertname: Silent
  >       - eval_time: 25m
  >         alertname: Silent
  >         exp_alerts:
  >           - {}
  > EOF
  $ weir-alert --test tests.yaml
  weir-alert: tests.yaml: 4 checks, all right

What is not as expected is said, and the status is 1.

  $ sed 's/eval_time: 4m/eval_time: 5m/; s/severity: page/severity: ticket/' tests.yaml >wrong.yaml
  $ weir-alert --test wrong.yaml
  weir-alert: wrong.yaml:12:9: error: InstanceDown at 5m: expected nothing, found {instance="localhost:9090", job="prometheus", severity="page"} (description: localhost:9090 of job prometheus has been down for more than 5 minutes.; summary: Instance localhost:9090 down)
          - eval_time: 5m
            ^
  weir-alert: wrong.yaml:14:9: error: InstanceDown at 10m: expected {instance="localhost:9090", job="prometheus", severity="ticket"} (description: localhost:9090 of job prometheus has been down for more than 5 minutes.; summary: Instance localhost:9090 down), found {instance="localhost:9090", job="prometheus", severity="page"} (description: localhost:9090 of job prometheus has been down for more than 5 minutes.; summary: Instance localhost:9090 down)
          - eval_time: 10m
            ^
  weir-alert: wrong.yaml: 2 of 4 checks failed
  [1]

A test that cannot be read is no test that fails.

  $ printf 'rule_files: [rules.yaml]\ntests:\n- input_series:\n  - series: "up{job=1}"\n    values: "1 2 three"\n' >broken.yaml
  $ weir-alert --test broken.yaml
  weir-alert: broken.yaml:4:21: error: the text of a label stands in quotes
      - series: "up{job=1}"
                        ^
  [78]
  $ printf 'rule_files: [rules.yaml]\ntests:\n- input_series:\n  - series: up\n    values: "1 2 three"\n  alert_rule_tests: []\n' >broken.yaml
  $ weir-alert --test broken.yaml
  weir-alert: broken.yaml:6:3: error: unknown key 'alert_rule_tests'; did you mean 'alert_rule_test'?
      alert_rule_tests: []
      ^^^^^^^^^^^^^^^^
  weir-alert: broken.yaml:5:18: error: 'three' is no value; write a number, 1x5, 0+1x5, 10-1x5, _, _x5 or stale
        values: "1 2 three"
                     ^^^^^
  [78]
