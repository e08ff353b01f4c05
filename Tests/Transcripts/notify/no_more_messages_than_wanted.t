`--rate` is how many messages a receiver hears in so long. What more there is waits as it changes, and comes in one message when there is room again, or at the end.

  $ alert() { printf '{"alert":"Errors","state":"%s","labels":{"path":"%s"},"value":0.1,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"%s"}\n' "$2" "$1" "$1"; }
  $ { for path in /a /b /c /d /e /f; do alert $path firing; done; alert /b resolved; alert /d resolved; } >alerts
  $ export WEIR_NOW=2026-11-24T10:02:00Z
  $ weir-notify --rate 3/1h --group-by path --group-wait 0s --group-interval 0s --dry-run --mail ops@example.org <alerts >sent
  weir-notify: warning: mail ops@example.org: 3 messages in 1h; what more there is waits until 2026-11-24T11:02:00Z, and comes in one
  $ jq -r .body sent | tr -d '\r' | grep Subject
  Subject: [FIRING:1] Errors (path=/a)
  Subject: [FIRING:1] Errors (path=/b)
  Subject: [FIRING:1] Errors (path=/c)
  Subject: [FIRING:2] Errors (3 messages in one)
  $ jq -r .body sent | tr -d '\r' | tail -n +$(($(jq -r .body sent | grep -n Subject | tail -n 1 | cut -d: -f1))) | sed '1,/^$/d' | base64 -d
  3 messages in one: there were more than --rate allows.

  resolved: Errors path=/b
  value 0.1
  from 2026-11-24T10:01:00Z to ?

  firing: Errors path=/e
  value 0.1
  since 2026-11-24T10:01:00Z

  firing: Errors path=/f
  value 0.1
  since 2026-11-24T10:01:00Z

Alertmanager and PagerDuty have limits of their own, and hear of each alert that has not passed.

  $ weir-notify --rate 1/1h --dry-run --alertmanager https://example.org <alerts | jq -r '.body | fromjson | map(.labels.path) | join(" ")'
  /a /c /e /f
  $ weir-notify --rate 20 --mail ops@example.org <alerts
  weir-notify: error: --rate: '20' is no rate; it is written 20/1h
  [64]

With `--state` the limit and what waits outlast a restart.

  $ export WEIR_STATE=state; rm sent
  $ printf '#!/bin/sh\ncat >>mails\n' >sendmail; chmod +x sendmail
  $ run() { weir-tail --once --raw metrics | weir-alert --name Slow --when 'x > 1' | weir-notify --rate 1/1h --group-by path --group-wait 0s --group-interval 0s --mail ops@example.org --sendmail ./sendmail >>sent; }
  $ metric() { printf '{"time":"%s","path":"%s","x":2}\n' "$1" "$2" >>metrics; }
  $ metric 2026-11-24T10:00:00Z /a; run
  $ metric 2026-11-24T10:00:00Z /b; metric 2026-11-24T10:00:00Z /c; run
  weir-notify: warning: mail ops@example.org: 1 message in 1h; what more there is waits until 2026-11-24T11:02:00Z, and comes in one
  weir-notify: 2 messages beyond --rate wait for the next run
  $ jq -c '[.outcome, .alerts]' sent
  ["delivered",1]
  $ export WEIR_NOW=2026-11-24T11:02:00Z; run
  $ jq -c '[.outcome, .alerts]' sent
  ["delivered",1]
  ["delivered",2]
