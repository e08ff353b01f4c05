What systemd says about a unit counts as the unit's; `grave` is the share of critical errors and worse. One message of the
fixture is an array of bytes, which is how journalctl writes what is not UTF-8.

  $ $REPO/pipelines/journald-errors.sh $FIXTURES/journald.json
  unit                        grave  errors
  nginx.service                   0       3
  postgresql@17-main.service    0.5       2
  backup.service                  0       1
  certbot.service                 0       1
  kernel                          0       1
  ssh.service                     0       1

Warnings count too if they are asked for, and the list can be shorter.

  $ PRIORITY=4 TOP=2 $REPO/pipelines/journald-errors.sh - <$FIXTURES/journald.json
  unit                        grave  errors
  nginx.service                   0       3
  php8.4-fpm.service              0       2

What it cannot do, it says.

  $ $REPO/pipelines/journald-errors.sh
  usage: journald-errors.sh FILE
  [64]
  $ $REPO/pipelines/journald-errors.sh -b
  usage: journald-errors.sh FILE
  [64]
  $ $REPO/pipelines/journald-errors.sh missing.json
  journald-errors.sh: missing.json: cannot be read
  [66]
