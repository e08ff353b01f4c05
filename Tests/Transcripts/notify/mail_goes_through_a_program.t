The mail program gets the addresses as arguments and the mail on its standard input.

  $ cat >sendmail <<'EOF'
  > #!/bin/sh
  > echo "$*" >arguments; cat >mail
  > EOF
  $ chmod +x sendmail
  $ echo '{"alert":"Errors","state":"firing","labels":{"path":"/a"},"value":0.1,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"0b40"}' >alerts
  $ weir-notify --mail ops@example.org --sendmail ./sendmail --group-wait 1s --group-interval 1s --repeat-interval 1h --spacing 1s <alerts | jq -c '[.receiver, .attempt, .outcome, .detail]'
  ["mail ops@example.org",1,"delivered","accepted"]
  $ cat arguments; grep -c . mail
  -i -f weir@localhost -- ops@example.org
  13

One that fails is tried for as long as `--retry-for` says.

  $ weir-notify --mail ops@example.org --sendmail /bin/false --retry-for 0s <alerts >out; echo $?
  weir-notify: error: mail ops@example.org: abandoned: it ended with status 1
  74
  $ jq -c '[.outcome, .detail]' out
  ["abandoned","it ended with status 1"]
