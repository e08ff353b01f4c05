With `--template` mails and the texts to Slack and ntfy are worded as a file says, in the manner of Alertmanager's templates. What it defines as "subject" stands above the text.

  $ cat >message.tmpl <<'END'
  > {{ define "subject" }}{{ .Alerts.Firing | len }} of {{ .GroupLabels.alertname }}{{ end -}}
  > {{ range .Alerts -}}
  > {{ if eq .Status "firing" }}burns{{ else }}is over{{ end }}: {{ .Labels.path }} with {{ .Value | humanizePercentage }}, {{ .Annotations.summary }}
  > {{ end -}}
  > see <https://runbooks.example.org/{{ .GroupLabels.alertname | toLower }}|the runbook>
  > END
  $ cat >alerts <<'EOF'
  > {"alert":"Errors","state":"firing","labels":{"path":"/a"},"annotations":{"summary":"who calls <!channel>?"},"value":0.125,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"0b40"}
  > {"alert":"Errors","state":"firing","labels":{"path":"/b"},"value":0.25,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"1b40"}
  > EOF
  $ export WEIR_NOW=2026-11-24T10:02:00Z
  $ umask 077; echo https://hooks.slack.test/x >slack
  $ weir-notify --template message.tmpl --dry-run --slack-url-file slack --input alerts | jq -r '.body | fromjson | .text'
  *2 of Errors*
  burns: /a with 12.5%, who calls &lt;!channel&gt;?
  burns: /b with 25%,\x20 (esc)
  see <https://runbooks.example.org/errors|the runbook>
  (esc)
  $ weir-notify --template message.tmpl --dry-run --mail ops@example.org <alerts | jq -r .body | tr -d '\r' >mail
  $ grep Subject mail; sed '1,/^$/d' mail | base64 -d
  Subject: 2 of Errors
  burns: /a with 12.5%, who calls <!channel>?
  burns: /b with 25%,\x20 (esc)
  see <https://runbooks.example.org/errors|the runbook>
  (esc)

A name that there is not is an error before anything is read.

  $ printf 'All of\n  {{ range .Alerts }}{{ .Lables.path }}{{ end }}\n' >wrong.tmpl
  $ weir-notify --template wrong.tmpl --mail ops@example.org <alerts
  weir-notify: wrong.tmpl:2:25: error: there is no Lables in .Lables.path; did you mean Labels?
      {{ range .Alerts }}{{ .Lables.path }}{{ end }}
                            ^^^^^^^^^^^^
  [78]
  $ weir-notify --template missing.tmpl --mail ops@example.org <alerts
  weir-notify: error: --template: missing.tmpl: No such file or directory
  [66]
  $ weir-notify --template message.tmpl --webhook https://example.org/hook <alerts
  weir-notify: error: --template words mails and what Slack and ntfy are told, and none of them is to be told
  [64]
