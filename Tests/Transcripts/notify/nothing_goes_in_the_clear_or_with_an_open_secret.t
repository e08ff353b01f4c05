  $ weir-notify --webhook http://example.org/hook </dev/null
  weir-notify: error: --webhook: http:// sends in the clear; use https://, or --allow-private within your own network
  [64]
  $ weir-notify --webhook ftp://user:secret@example.org/hook </dev/null
  weir-notify: error: --webhook: 'ftp://example.org/hook' is no https:// URL
  [64]
  $ weir-notify --ntfy https://ntfy.sh </dev/null
  weir-notify: error: --ntfy: https://ntfy.sh names no topic; it is written https://ntfy.sh/TOPIC
  [64]
  $ weir-notify --mail 'ops' </dev/null
  weir-notify: error: 'ops' is no mail address
  [64]
  $ weir-notify --mail ops@example.org --smtp mail.example.org </dev/null
  weir-notify: error: --smtp: a mail server is written smtps://HOST or smtp://HOST:PORT
  [64]
  $ weir-notify </dev/null
  weir-notify: error: nobody to tell: give --webhook, --alertmanager, --mail, --slack-url-file, --pagerduty-key-file or --ntfy
  [64]

Secrets come from files that others cannot read.

  $ echo https://hooks.slack.test/x >slack; chmod 644 slack
  $ weir-notify --slack-url-file slack </dev/null
  weir-notify: error: --slack-url-file: others can read slack; 'chmod 600 slack' keeps the secret
  [78]
  $ weir-notify --pagerduty-key-file missing </dev/null
  weir-notify: error: --pagerduty-key-file: missing: No such file or directory
  [66]
  $ chmod 600 slack
  $ weir-notify --mail ops@example.org --smtp-user me --smtp-password-file slack --smtp smtps://127.0.0.1:1 --retry-for 0s </dev/null; echo $?
  0
  $ weir-notify --webhook-token-file slack --mail ops@example.org </dev/null
  weir-notify: error: --webhook-token-file has nothing that it belongs to
  [64]
  $ weir-notify --webhook https://example.org/hook --webhook-token-file slack </dev/null; echo $?
  0

Nor is anything on this machine connected to, by whatever name, unless `--allow-private` is given.

  $ echo '{"alert":"Errors","state":"firing","labels":{},"value":0.1,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"0b40"}' >alerts
  $ weir-notify --webhook https://localhost:1/hook <alerts | jq -c '[.outcome, .detail]'
  weir-notify: error: webhook https://localhost:1/hook: refused: the host has an address of this machine or a private network; --allow-private allows that
  ["refused","the host has an address of this machine or a private network; --allow-private allows that"]
  $ weir-notify --webhook http://127.0.0.1:1/hook --allow-private --retry-for 0s <alerts >out 2>err; echo $?
  74
  $ jq -c '[.outcome, .attempt]' out
  ["abandoned",1]

What is no alert is a reject.

  $ echo '{"a":1}' | weir-notify --webhook https://example.org/hook --rejects rejects; jq -r .reason rejects
  weir-notify: stdin:1: warning: the record has no alert; weir-notify takes weir-alert's output
  weir-notify: warning: 1 of 1 lines not understood (bad-type 1)
  bad-type

Whose certificates are believed is looked at before anybody has to be woken.

  $ weir-notify --mail ops@example.org --ca-file missing.pem </dev/null
  weir-notify: error: --ca-file: missing.pem: No such file or directory
  [66]
  $ echo key >key.pem; weir-notify --mail ops@example.org --ca-file key.pem </dev/null
  weir-notify: error: --ca-file: there is no certificate in key.pem
  [78]
