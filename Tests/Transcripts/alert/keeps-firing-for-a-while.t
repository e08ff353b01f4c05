An alert that comes and goes every ten seconds calls once, where it keeps firing for a minute.

  $ for i in $(seq 0 29); do printf '{"time":"2026-11-24T10:0%s:%02dZ","window":"10s","errors":%s,"_by":[]}\n' $((i / 6)) $((i % 6 * 10)) $((i < 18 && i % 2 == 0 ? 9 : 0)); done >metrics
  $ weir-alert --when 'errors > 5' --input metrics | jq -r .state | sort | uniq -c | awk '{ print $1, $2 }'
  9 firing
  9 resolved
  $ weir-alert --when 'errors > 5' --keep-firing-for 60s --input metrics | jq -c '[.time, .state]'
  ["2026-11-24T10:00:00Z","firing"]
  ["2026-11-24T10:03:50Z","resolved"]
