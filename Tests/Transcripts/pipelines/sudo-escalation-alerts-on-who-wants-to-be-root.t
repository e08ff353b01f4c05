Two users who do their work, and one who is refused three times and gets a shell at last.

  $ export WEIR_NOW=2026-11-20T08:00:00Z
  $ $REPO/pipelines/sudo-escalation.sh $FIXTURES/sudo-escalation.log | jq -r '[.time, .alert, .state, .labels.user, .annotations.summary] | @tsv'
  2026-11-20T02:12:00Z	SudoDenied	firing	mallory	sudo refused mallory 3 times in ten minutes
  2026-11-20T02:14:00Z	SudoShell	firing	mallory	mallory has a shell of another user
  2026-11-20T02:14:00Z	SudoAfterDenial	firing	mallory	mallory ran a command as another user after being refused
  2026-11-20T02:15:00Z	SudoShell	resolved	mallory	mallory has a shell of another user
  2026-11-20T02:25:00Z	SudoDenied	resolved	mallory	sudo refused mallory 3 times in ten minutes
  2026-11-20T03:15:00Z	SudoAfterDenial	resolved	mallory	mallory ran a command as another user after being refused
  $ $REPO/pipelines/sudo-escalation.sh
  usage: sudo-escalation.sh [-f] FILE
  [64]
  $ weir-alert --check $REPO/pipelines/rules/sudo.yaml 2>&1 | sed 's/.*rules.sudo/sudo/'
  sudo.yaml: 3 rules, nothing wrong
