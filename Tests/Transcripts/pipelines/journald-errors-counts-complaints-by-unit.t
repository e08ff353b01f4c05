What systemd says about a unit counts as the unit's; `grave` is the share of critical errors and worse. One message of the
fixture is an array of bytes, which is how journalctl writes what is not UTF-8.

  $ $REPO/pipelines/journald-errors.sh $FIXTURES/journald.json

Warnings count too if they are asked for, and the list can be shorter.

  $ PRIORITY=4 TOP=2 $REPO/pipelines/journald-errors.sh - <$FIXTURES/journald.json

What it cannot do, it says.

  $ $REPO/pipelines/journald-errors.sh
  $ $REPO/pipelines/journald-errors.sh -b
  $ $REPO/pipelines/journald-errors.sh missing.json
