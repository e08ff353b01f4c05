The log of a morning: two users, one who mistypes a password twice, a scanner that is too slow to matter, and a client that
tries a password every four seconds from 03:14 to 03:17. The stamps have no year; the latest that is not in the future counts.

  $ export WEIR_NOW=2026-11-20T08:00:00Z
  $ $REPO/pipelines/ssh-bruteforce.sh $FIXTURES/sshd-bruteforce.log
  {"time":"2026-11-20T03:14:00Z","alert":"ssh-bruteforce","state":"firing","labels":{"client":"203.0.113.66"},"value":15,"starts_at":"2026-11-20T03:14:00Z","ends_at":null,"fingerprint":"163226c749142b1c","window":"1m"}
  {"time":"2026-11-20T03:17:00Z","alert":"ssh-bruteforce","state":"resolved","labels":{"client":"203.0.113.66"},"value":14,"starts_at":"2026-11-20T03:14:00Z","ends_at":"2026-11-20T03:17:00Z","fingerprint":"163226c749142b1c","window":"1m","values":[["2026-11-20T03:14:00Z",15],["2026-11-20T03:15:00Z",15],["2026-11-20T03:16:00Z",14]]}

Two failures a minute are too many here, three minutes of it call for somebody.

  $ LIMIT=2 $REPO/pipelines/ssh-bruteforce.sh - <$FIXTURES/sshd-bruteforce.log | jq -r '[.time, .state, .labels.client] | @tsv'
  2026-11-20T03:09:00Z	firing	198.51.100.4
  2026-11-20T03:10:00Z	resolved	198.51.100.4
  2026-11-20T03:14:00Z	firing	203.0.113.66
  2026-11-20T03:17:00Z	resolved	203.0.113.66
  $ FOR=2m $REPO/pipelines/ssh-bruteforce.sh $FIXTURES/sshd-bruteforce.log | jq -r '[.time, .state, .starts_at] | @tsv'
  2026-11-20T03:16:00Z	firing	2026-11-20T03:14:00Z
  2026-11-20T03:17:00Z	resolved	2026-11-20T03:14:00Z

A program gets each alert as JSON.

  $ cat >block <<'END'
  > #!/bin/sh
  > jq -r '"\(.state) \(.labels.client)"' >>blocked
  > END
  $ chmod +x block
  $ EXEC=./block $REPO/pipelines/ssh-bruteforce.sh $FIXTURES/sshd-bruteforce.log >alerts
  $ cat blocked
  firing 203.0.113.66
  resolved 203.0.113.66

With the rules of a file it tells more: of many names, of slow guessing, and of who got in at last.

  $ { cat $FIXTURES/sshd-bruteforce.log; echo 'Nov 20 03:18:30 gate sshd[20999]: Accepted password for oracle from 203.0.113.66 port 40999 ssh2'; } | sort -s -k3,3 | RULES=$REPO/pipelines/rules/ssh.yaml $REPO/pipelines/ssh-bruteforce.sh - | jq -r '[.time, .alert, .state, .annotations.summary] | @tsv'
  2026-11-20T03:14:00Z	SSHBruteForce	firing	203.0.113.66 guesses passwords: 15 failures in a minute
  2026-11-20T03:14:00Z	SSHManyUsers	firing	203.0.113.66 tried 10 names in a minute
  2026-11-20T03:18:00Z	SSHGuessed	firing	203.0.113.66 logged in after failing to
  $ weir-alert --check $REPO/pipelines/rules/ssh.yaml 2>&1 | sed 's/.*rules.ssh/ssh/'
  ssh.yaml: 4 rules, nothing wrong

What it cannot do, it says.

  $ $REPO/pipelines/ssh-bruteforce.sh
  usage: ssh-bruteforce.sh [-f] FILE
  [64]
  $ $REPO/pipelines/ssh-bruteforce.sh missing.log
  ssh-bruteforce.sh: missing.log: cannot be read
  [66]
