With `--clear` an alert goes on until something else holds than what began it: hysteresis.

  $ i=0; for load in 50 95 85 92 75 65 85 95; do printf '{"time":"2026-11-24T10:0%s:00Z","window":"1m","load":%s,"_by":[]}\n' $i $load; i=$((i + 1)); done >metrics
  $ weir-alert --when 'load > 90' --input metrics | jq -c '[.time[14:16], .state, .value]'
  ["01","firing",95]
  ["02","resolved",85]
  ["03","firing",92]
  ["04","resolved",75]
  ["07","firing",95]
  $ weir-alert --when 'load > 90' --clear 'load < 70' --input metrics | jq -c '[.time[14:16], .state, .value]'
  ["01","firing",95]
  ["05","resolved",65]
  ["07","firing",95]

  $ weir-alert --when 'load > 90' --clear 'load <' --input metrics
  weir-alert: error: --clear: something is missing at the end
    load <
          ^
  [64]
