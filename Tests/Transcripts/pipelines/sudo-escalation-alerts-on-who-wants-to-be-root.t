Two users who do their work, and one who is refused three times and gets a shell at last.

  $ export WEIR_NOW=2026-11-20T08:00:00Z
  $ $REPO/pipelines/sudo-escalation.sh $FIXTURES/sudo-escalation.log | jq -r '[.time, .alert, .state, .labels.user, .annotations.summary] | @tsv'
  $ $REPO/pipelines/sudo-escalation.sh
  $ weir-alert --check $REPO/pipelines/rules/sudo.yaml 2>&1 | sed 's/.*rules.sudo/sudo/'
