`--exec` runs a program for each alert. Its arguments come last, behind `--`; the alert is JSON on its standard input, and a few
variables say the most important. What the program prints goes to stderr: standard output belongs to records.

  $ cat >metrics <<EOF
  > {"time":"2026-11-24T10:00:00Z","path":"/\$(reboot)","count":9,"_by":["path"]}
  > {"time":"2026-11-24T10:01:00Z","path":"/\$(reboot)","count":1,"_by":["path"]}
  > EOF
  $ cat >page <<'EOF'
  > #!/bin/sh
  > echo "$# arguments: $1, $2; $WEIR_ALERT is $WEIR_ALERT_STATE, $WEIR_FINGERPRINT"
  > jq -c '[.state, .labels]'
  > EOF
  $ chmod +x page
  $ weir-alert --when 'count > 5' --name Busy --input metrics --exec ./page -- 'one argument' '$two' >out
  2 arguments: one argument, $two; Busy is firing, ebb39f11d108f272
  ["firing",{"path":"/$(reboot)"}]
  2 arguments: one argument, $two; Busy is resolved, ebb39f11d108f272
  ["resolved",{"path":"/$(reboot)"}]
  $ jq -c .state out
  "firing"
  "resolved"

A program that cannot be run, or that fails, is said, and the status is 74: somebody has not been paged.

  $ weir-alert --when 'count > 5' --input metrics --exec ./nothing >out
  weir-alert: error: --exec ./nothing: No such file or directory
  …
  [74]
  $ weir-alert --when 'count > 5' --input metrics --exec false >out
  weir-alert: warning: --exec false: ended with status 1
  weir-alert: warning: --exec false: ended with status 1
  …
  [74]

A program that does not read its input is no trouble.

  $ weir-alert --when 'count > 5' --input metrics --exec true >out

Arguments need a program.

  $ weir-alert --when 'count > 5' --input metrics -- one
  weir-alert: error: arguments behind -- belong to --exec PROGRAM
  [64]
