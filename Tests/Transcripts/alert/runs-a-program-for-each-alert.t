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

A program that fails is said, and the status is 74: somebody has not been paged.

  $ weir-alert --when 'count > 5' --input metrics --exec false >out
  weir-alert: warning: --exec false: ended with status 1
  weir-alert: warning: --exec false: ended with status 1
  …
  [74]

So is one that is gone when it is needed, and the stream goes on.

  $ printf '#!/bin/sh\nrm ./once\n' >once; chmod +x once
  $ weir-alert --when 'count > 5' --input metrics --exec ./once >out
  weir-alert: error: --exec ./once: No such file or directory
  [74]
  $ jq -c .state out
  "firing"
  "resolved"

Whether there is such a program is looked at before the first record comes.

  $ weir-alert --when 'count > 5' --exec ./nothing
  weir-alert: error: --exec: there is no file ./nothing
  [64]
  $ weir-alert --when 'count > 5' --exec no-such-program
  weir-alert: error: --exec: there is no 'no-such-program' in PATH
  [64]
  $ weir-alert --when 'count > 5' --exec page
  weir-alert: error: --exec: there is no 'page' in PATH; for the file that is here write ./page
  [64]
  $ mkdir programs; weir-alert --when 'count > 5' --exec ./programs
  weir-alert: error: --exec: ./programs is a directory
  [64]
  $ printf 'echo page\n' >bare; weir-alert --when 'count > 5' --exec ./bare
  weir-alert: error: --exec: ./bare is not executable; chmod +x ./bare
  [64]
  $ chmod +x bare; weir-alert --when 'count > 5' --exec ./bare
  weir-alert: error: --exec: ./bare does not say what runs it; let its first line be #!/bin/sh, or what it is written for
  [64]

No shell is involved, and arguments stand behind `--`.

  $ weir-alert --when 'count > 5' --exec 'mail -s quiet ops'
  weir-alert: error: --exec: there is no program 'mail -s quiet ops'; no shell is involved: write --exec mail -- -s quiet ops
  [64]
  $ weir-alert --when 'count > 5' --exec 'cat >>alerts'
  weir-alert: error: --exec: there is no program 'cat >>alerts'; no shell is involved: write --exec sh -- -c 'cat >>alerts'
  [64]
  $ weir-alert --when 'count > 5' --exec "sh -c 'cat >>alerts'"
  weir-alert: error: --exec: there is no program 'sh -c 'cat >>alerts''; no shell is involved: write --exec sh -- -c '…'
  [64]
  $ weir-alert --when 'count > 5' --exec sh -c 'cat >>alerts' 2>&1 | head -n 1
  weir-alert: error: Unknown option '-c'; arguments of --exec's program come last, behind --: --exec sh -- -c …
  $ weir-alert --when 'count > 5' --exec ./page now 2>&1 | head -n 1
  weir-alert: error: Unexpected argument 'now'; arguments of --exec's program come last, behind --: --exec ./page -- now …
  $ weir-alert --when 'count > 5' --fro 5m --exec ./page 2>&1 | head -n 1
  weir-alert: error: Unknown option '--fro'. Did you mean '--for'?
  $ weir-alert --when 'count > 5' --exec sh --input metrics -- -c 'cat >>alerts' >out; wc -l <alerts
  2

A program that does not read its input is no trouble.

  $ weir-alert --when 'count > 5' --input metrics --exec true >out

Arguments need a program.

  $ weir-alert --when 'count > 5' --input metrics -- one
  weir-alert: error: arguments behind -- belong to --exec PROGRAM
  [64]
