A condition is an expression that is true or false.

  $ echo '{"time":"2026-11-24T10:00:00Z","count":9,"_by":[]}' >metrics
  $ weir-alert --when 'count >' --input metrics
  weir-alert: error: --when: something is missing at the end
    count >
           ^
  [64]
  $ weir-alert --when 'cnt(x) > 1' --input metrics
  weir-alert: error: --when: unknown function 'cnt'; did you mean 'int'?
    cnt(x) > 1
    ^^^
  [64]
  $ weir-alert --when 'error_ratio > 5%' --input metrics
  weir-alert: error: --when: % is the remainder of a division, and shares are numbers from 0 to 1; for 5 percent write 0.05
    error_ratio > 5%
                  ^^
  [64]
  $ weir-alert --when 'count * 2' --input metrics >err 2>&1
  [64]
  $ weir-alert --input metrics >err 2>&1; head -n 1 err
  weir-alert: error: --rules FILE or --when EXPR is missing

A field that no record had is said at the end.

  $ weir-alert --when 'coutn > 5' --input metrics
  weir-alert: warning: no record had a field 'coutn'; did you mean 'count'?

`--where` chooses the metrics that are looked at.

  $ weir-alert --when 'count > 5' --where 'time < "2026"' --input metrics
  $ weir-alert --when 'count > 5' --where 'time > "2026"' --input metrics | jq -c .state
  "firing"
