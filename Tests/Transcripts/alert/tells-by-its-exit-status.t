With `--exit-code` the status is 1 if an alert fired, for use in `if`.

  $ echo '{"time":"2026-11-24T10:00:00Z","count":9,"_by":[]}' >metrics
  $ weir-alert --when 'count > 5' --exit-code --input metrics >out
  [1]
  $ weir-alert --when 'count > 50' --exit-code --input metrics
  $ weir-alert --when 'count > 5' --input metrics >out

Trouble with the input goes before.

  $ weir-alert --when 'count > 5' --exit-code --input metrics --input missing >out
  weir-alert: error: missing: No such file or directory
  [66]
