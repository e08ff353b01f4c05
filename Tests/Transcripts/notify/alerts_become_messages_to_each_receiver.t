`--dry-run` shows what would be sent to whom. Alerts with the same labels of `--group-by` go together.

  $ cat >alerts <<EOF
  > {"time":"2026-11-24T10:01:00Z","alert":"Errors","state":"firing","labels":{"path":"/a"},"value":0.1,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"0b409586795c21f8"}
  > {"time":"2026-11-24T10:01:00Z","alert":"Errors","state":"firing","labels":{"path":"/b"},"value":0.2,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"1b409586795c21f8"}
  > EOF
  $ export WEIR_NOW=2026-11-24T10:02:00Z
  $ weir-notify --dry-run --webhook https://example.org/hook --input alerts | jq -c '[.receiver, .state, .alerts, .outcome]'
  ["webhook https://example.org/hook","firing",2,"dry-run"]
  $ weir-notify --dry-run --webhook https://example.org/hook --group-by alertname,path <alerts | jq -c '.body | fromjson | [.groupKey, (.alerts | length)]'
  ["{}:{alertname=\"Errors\", path=\"/a\"}",1]
  ["{}:{alertname=\"Errors\", path=\"/b\"}",1]
  $ weir-notify --dry-run --alertmanager https://example.org <alerts | jq -r .body
  [{"labels":{"alertname":"Errors","path":"/a"},"annotations":{"value":"0.1"},"startsAt":"2026-11-24T10:01:00Z","endsAt":"2026-11-24T10:06:00Z"},{"labels":{"alertname":"Errors","path":"/b"},"annotations":{"value":"0.2"},"startsAt":"2026-11-24T10:01:00Z","endsAt":"2026-11-24T10:06:00Z"}]

A mail is plain text, of a subject that says what fires.

  $ weir-notify --dry-run --mail ops@example.org --mail-from weir@example.org <alerts | jq -r .body | tr -d '\r' >mail
  $ grep -E '^(From|To|Subject|Date|Content)' mail
  From: weir@example.org
  To: ops@example.org
  Subject: [FIRING:2] Errors
  Date: 24 Nov 2026 10:02:00 +0000
  Content-Type: text/plain; charset=utf-8
  Content-Transfer-Encoding: base64
  $ sed '1,/^$/d' mail | base64 -d
  firing: Errors path=/a
  value 0.1
  since 2026-11-24T10:01:00Z

  firing: Errors path=/b
  value 0.2
  since 2026-11-24T10:01:00Z

Slack, PagerDuty and ntfy.

  $ umask 077; echo https://hooks.slack.test/x >slack; echo key >pagerduty; echo token >token
  $ weir-notify --dry-run --slack-url-file slack --pagerduty-key-file pagerduty --pagerduty-url https://pd.test/ --ntfy https://ntfy.sh/pages --ntfy-token-file token <alerts | jq -r .body
  {"text":"*[FIRING:2] Errors*\nfiring: Errors path=/a\nvalue 0.1\nsince 2026-11-24T10:01:00Z\n\nfiring: Errors path=/b\nvalue 0.2\nsince 2026-11-24T10:01:00Z"}
  {"event_action":"trigger","dedup_key":"0b409586795c21f8","payload":{"summary":"Errors path=/a","source":"weir","severity":"critical","timestamp":"2026-11-24T10:01:00Z","custom_details":{"time":"2026-11-24T10:01:00Z","alert":"Errors","state":"firing","labels":{"path":"/a"},"value":0.1,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"0b409586795c21f8"}}}
  {"event_action":"trigger","dedup_key":"1b409586795c21f8","payload":{"summary":"Errors path=/b","source":"weir","severity":"critical","timestamp":"2026-11-24T10:01:00Z","custom_details":{"time":"2026-11-24T10:01:00Z","alert":"Errors","state":"firing","labels":{"path":"/b"},"value":0.2,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"1b409586795c21f8"}}}
  {"topic":"pages","title":"[FIRING:2] Errors","message":"firing: Errors path=/a\nvalue 0.1\nsince 2026-11-24T10:01:00Z\n\nfiring: Errors path=/b\nvalue 0.2\nsince 2026-11-24T10:01:00Z","priority":4,"tags":["rotating_light"]}

The key names the message, the same in every run.

  $ for run in 1 2; do weir-notify --dry-run --webhook https://example.org/hook <alerts; done | jq -r .key | sort -u | wc -l
  1
