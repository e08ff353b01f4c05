`--pipeline` prints a script that watches such logs, with thresholds from this one. It runs as it stands.

  $ weir-assess --pipeline "$FIXTURES/sshd-bruteforce.log" >watch.sh; echo $?
  0
  $ sh -n watch.sh && sh watch.sh "$FIXTURES/sshd-bruteforce.log" | head -n 1 | jq -c 'keys'
  ["_by","attempt_count","count","error_ratio","errors","time","window"]
  $ grep -c '^run weir-alert' watch.sh
  1

It waits for what does not come: three windows, or twice as long as the log was ever silent. What it finds goes to a command, too,
so that it reaches somebody: weir-notify, or any other. shellcheck finds no fault with it.

  $ cd "$HOME"; for m in $(seq 10 39); do for s in $(seq 10 49); do
  >   echo "192.0.2.1 - - [20/Nov/2026:10:$m:$s +0000] \"GET / HTTP/1.1\" 200 10"; done; done >steady.log
  $ weir-assess --pipeline steady.log >watch.sh; sed -n '/^groups/,/^RULES/p' watch.sh | grep -v '#'
  groups:
  - name: weir
    rules:
    - alert: errors
      expr: errors >= 5 && error_ratio > 0.01
      labels:
        severity: page
    - alert: errors creeping
      expr: sum_over(errors, 30m) >= 6 && sum_over(errors, 30m) > 0.005 * sum_over(count, 30m)
      labels:
        severity: ticket
    - alert: refused
      expr: refused >= 5 && refused_ratio > 0.05
      labels:
        severity: ticket
    - alert: much traffic
      expr: count > 60
      labels:
        severity: ticket
    - alert: little traffic
      expr: count < 20
      for: 2m
      labels:
        severity: ticket
    - alert: silence
      absent_for: 3m
      labels:
        severity: page
  RULES
  $ ! command -v shellcheck >/dev/null || shellcheck watch.sh
  $ (cat steady.log; echo '192.0.2.1 - - [20/Nov/2026:11:30:00 +0000] "GET / HTTP/1.1" 200 10') >later.log
  $ NOTIFY='jq -r "[.alert, .state, .time] | join(\" \")" >told' sh watch.sh later.log >/dev/null; cat told
  silence firing 2026-11-20T10:43:00Z
  silence resolved 2026-11-20T11:30:00Z

What is worth a call goes another way than what waits for the morning; a command for both is for what has none of its own.

  $ (cat steady.log; awk 'BEGIN { for (i = 0; i < 150; i++) print "192.0.2.1 - - [20/Nov/2026:10:40:30 +0000] \"GET / HTTP/1.1\" 200 10" }'
  >   echo '192.0.2.1 - - [20/Nov/2026:11:30:00 +0000] "GET / HTTP/1.1" 200 10') >later.log
  $ NOTIFY_PAGE='jq -r .alert >paged' NOTIFY_TICKET='jq -r .alert >ticketed' sh watch.sh later.log >/dev/null
  $ sort -u paged; sort -u ticketed
  silence
  much traffic
  $ rm paged ticketed; NOTIFY_PAGE='jq -r .alert >paged' NOTIFY='jq -r .alert >told' sh watch.sh later.log >/dev/null; sort -u paged; sort -u told
  silence
  much traffic

Such a command runs for as long as the script, and reads a line for each alert. When it goes away that is told, and nothing else is lost for it:
neither metrics nor alerts.

  $ rm alerts.json; for n in 'cat >told' 'read -r first' false nosuch-command; do
  >   NOTIFY_PAGE=$n sh watch.sh later.log >metrics.json 2>errors; echo "$?: $(wc -l <metrics.json) windows, $(wc -l <alerts.json) alerts"
  >   grep '^watch.sh' errors; rm alerts.json; done
  0: 32 windows, 4 alerts
  69: 32 windows, 4 alerts
  watch.sh: the command for pages ended with status 0, and may not have told all of them; they are in alerts.json. It has to read a line for each until there are no more.
  1: 32 windows, 4 alerts
  watch.sh: the command for pages ended with status 1, and may not have told all of them; they are in alerts.json. It has to read a line for each until there are no more.
  127: 32 windows, 4 alerts
  watch.sh: the command for pages ended with status 127, and may not have told all of them; they are in alerts.json. It has to read a line for each until there are no more.

It ends with the status of what failed, whichever stage that was.

  $ sh watch.sh nosuch.log; echo $?
  weir-tail: error: nosuch.log: No such file or directory
  watch.sh: weir-tail ended with status 66
  66
  $ sh watch.sh nosuch.log steady.log 2>errors | wc -l; cat errors
  30
  weir-tail: error: nosuch.log: No such file or directory
  watch.sh: weir-tail ended with status 66
  $ mkdir bad; printf '#!/bin/sh\nexit 70\n' >bad/weir-parse; chmod +x bad/weir-parse; PATH=$PWD/bad:$PATH sh watch.sh steady.log; echo $?
  watch.sh: weir-parse ended with status 70
  70
  $ ALERTS=nosuch/alerts.json sh watch.sh steady.log 2>errors >metrics.json; echo "$?: $(wc -l <metrics.json) windows"; grep '^watch.sh' errors
  1: 30 windows
  watch.sh: tee ended with status 1

Metrics are kept where STORE says, by weir-store; without it that is said before anything is read.

  $ STORE=metrics.db sh watch.sh later.log; weir-store get metrics.db | jq -s 'map(.count) | add'
  1351
  $ mkdir few; for f in tail parse aggregate alert; do ln -s "$(command -v weir-$f)" few; done
  $ PATH=$PWD/few:/usr/bin:/bin STORE=other.db sh watch.sh later.log; echo $?
  watch.sh: STORE needs weir-store, which make shore builds
  69

What to run once the server logs more is at its end.

  $ sed -n '/nginx, once/,/weir-alert/p' watch.sh
  # nginx, once it does this: log durations, ids and connections as JSON.
  #   weir-tail -F /var/log/nginx/access.json | weir-parse --format json |
  #     weir-enrich --set 'saturation = connections / connections_max' |
  #     weir-aggregate --every 1m count 'ratio(status >= 500) as error_ratio' 'p50(duration)' 'p95(duration)' 'p99(duration)' 'max(saturation) as saturation' |
  #     weir-alert --name 'slow or full' --when 'duration_p95 > 1 || saturation > 0.8'

The unit that runs it for good has a user of its own, who may read the log and writes in one directory.

  $ weir-assess --as markdown steady.log | sed -n '/^\[Service\]/,/^Working/p'; weir-assess --as markdown steady.log | grep useradd
  [Service]
  User=weir
  SupplementaryGroups=adm
  NoNewPrivileges=yes
  ProtectSystem=full
  ProtectHome=yes
  PrivateTmp=yes
  StateDirectory=weir
  WorkingDirectory=/var/lib/weir
  sudo useradd --system --user-group --no-create-home --shell /usr/sbin/nologin weir

Of what was not understood there is none.

  $ printf 'lorem\nipsum\n' | weir-assess --pipeline
  #!/bin/sh
  # There is no pipeline for standard input: not understood: 0 % of the lines are in a format that weir knows or can infer; no signal is claimed.
