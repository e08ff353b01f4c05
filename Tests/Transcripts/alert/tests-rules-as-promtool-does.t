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

What is not as expected is said, and the status is 1.

  $ sed 's/eval_time: 4m/eval_time: 5m/; s/severity: page/severity: ticket/' tests.yaml >wrong.yaml
  $ weir-alert --test wrong.yaml

A test that cannot be read is no test that fails.

  $ printf 'rule_files: [rules.yaml]\ntests:\n- input_series:\n  - series: "up{job=1}"\n    values: "1 2 three"\n' >broken.yaml
  $ weir-alert --test broken.yaml
  $ printf 'rule_files: [rules.yaml]\ntests:\n- input_series:\n  - series: up\n    values: "1 2 three"\n  alert_rule_tests: []\n' >broken.yaml
  $ weir-alert --test broken.yaml
