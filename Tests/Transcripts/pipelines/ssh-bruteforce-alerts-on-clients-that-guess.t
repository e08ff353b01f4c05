The log of a morning: two users, one who mistypes a password twice, a scanner that is too slow to matter, and a client that
tries a password every four seconds from 03:14 to 03:17. The stamps have no year; the latest that is not in the future counts.

  $ export WEIR_NOW=2026-11-20T08:00:00Z
  $ $REPO/pipelines/ssh-bruteforce.sh $FIXTURES/sshd-bruteforce.log

Two failures a minute are too many here, three minutes of it call for somebody.

  $ LIMIT=2 $REPO/pipelines/ssh-bruteforce.sh - <$FIXTURES/sshd-bruteforce.log | jq -r '[.time, .state, .labels.client] | @tsv'
  $ FOR=2m $REPO/pipelines/ssh-bruteforce.sh $FIXTURES/sshd-bruteforce.log | jq -r '[.time, .state, .starts_at] | @tsv'

A program gets each alert as JSON.

  $ cat >block <<'END'
  > #!/bin/sh
  > jq -r '"\(.state) \(.labels.client)"' >>blocked
  > END
  $ chmod +x block
  $ EXEC=./block $REPO/pipelines/ssh-bruteforce.sh $FIXTURES/sshd-bruteforce.log >alerts
  $ cat blocked

What it cannot do, it says.

  $ $REPO/pipelines/ssh-bruteforce.sh
  $ $REPO/pipelines/ssh-bruteforce.sh missing.log
