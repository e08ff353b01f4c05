Alerts of weir-alert go into the same store, and become bands of the report.

  $ metric() { printf '{"time":"2026-11-20T10:%02d:00Z","window":"1m","path":"/a","count":10,"error_ratio":%s,"_by":["path"]}\n' "$@"; }
  $ { metric 0 0; metric 1 0.2; metric 2 0.3; metric 3 0; metric 4 0; } >metrics
  $ weir-alert --when 'error_ratio > 0.05' --name Errors <metrics >alerts; grep -c '"alert"' alerts
  2
  $ cat metrics alerts | weir-store add --origin web1 web.db
  $ weir-store info web.db
  {"window":"1m","series":1,"points":5,"first":"2026-11-20T10:00:00Z","last":"2026-11-20T10:05:00Z","stateless":5,"changed_days":0,"origins":["web1"]}
  {"alerts":1}
  $ weir-report --as text web.db | grep -A1 Alerts
  Alerts
    2026-11-20 10:01 to 2026-11-20 10:03  Errors path=/a
  $ weir-report web.db | grep -c 'class="band"'
  2

The same alert again is the same alert; one that is on still has no end.

  $ weir-store add --origin web1 web.db <alerts; weir-report web.db | grep -c '<tr><th scope="row">Errors'
  1
  $ head -1 alerts | weir-store add --origin web1 open.db; weir-store add --origin web1 open.db <metrics
  $ weir-report --as text open.db | grep -A1 Alerts
  Alerts
    2026-11-20 10:01 to now  Errors path=/a
  $ weir-store export web.db | grep -c '"alert"'
  1
