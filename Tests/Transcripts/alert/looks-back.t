Conditions may look back over the series.

  $ i=0; for count in 100 102 98 101 99 100 30 100 100 101; do printf '{"time":"2026-11-24T10:0%s:00Z","window":"1m","path":"/a","count":%s,"_by":["path"]}\n' $i $count; i=$((i + 1)); done >metrics
  $ fires() { weir-alert --when "$1" --input metrics | jq -c '[.time[14:16], .state, .value]'; }
  $ fires 'count < ago(count, 2m) * 0.5'
  ["06","firing",30]
  ["07","resolved",100]
  $ fires 'change(count, 1m) < -50'
  ["06","firing",-70]
  ["07","resolved",70]
  $ fires 'avg_over(count, 3m) < 80'
  ["06","firing",76.33333333333333]
  ["09","resolved",100.33333333333333]
  $ fires 'min_over(count, 3m) < 50'
  ["06","firing",30]
  ["09","resolved",100]
  $ fires 'zscore(count, 10m) < -3'
  ["06","firing",-47.214353163361665]
  ["07","resolved",0]
  $ fires 'ewma(count, 1m) < 70'
  ["06","firing",64.90625]
  ["07","resolved",82.453125]
  $ fires 'n_of_m(count >= 100, 4, 5)'
  ["09","firing",101]

A sequence is one condition and then another, within a time, of the same series: here of those who failed to log in, and then did.

  $ cat >events <<EOF
  > {"time":"2026-11-24T10:00:01Z","client":"192.0.2.1","outcome":"failed"}
  > {"time":"2026-11-24T10:00:05Z","client":"192.0.2.2","outcome":"ok"}
  > {"time":"2026-11-24T10:00:09Z","client":"192.0.2.1","outcome":"ok"}
  > {"time":"2026-11-24T10:09:00Z","client":"192.0.2.1","outcome":"ok"}
  > EOF
  $ weir-alert --by client --when 'sequence(outcome == "failed", outcome == "ok", 5m)' --input events | jq -c '[.time, .state, .labels]'
  ["2026-11-24T10:00:09Z","firing",{"client":"192.0.2.1"}]
  ["2026-11-24T10:09:00Z","resolved",{"client":"192.0.2.1"}]

What is wrong is shown.

  $ weir-alert --when 'ago(count) > 1' --input metrics
  weir-alert: error: --when: ago takes 2 arguments; it is ago(number, duration)
    ago(count) > 1
    ^^^^^^^^^^
  [64]
  $ weir-alert --when 'avg_over(count, count) > 1' --input metrics
  weir-alert: error: --when: avg_over takes a duration here; write 10m, or 1h30m
    avg_over(count, count) > 1
                    ^^^^^
  [64]
  $ weir-alert --when 'n_of_m(count, 4, 5)' --input metrics
  $ weir-alert --when 'n_of_m(count > 1, 6, 5)' --input metrics
  weir-alert: error: --when: n_of_m takes a number from 1 to 5 here; write n_of_m(condition, 3, 5) for 3 of 5
    n_of_m(count > 1, 6, 5)
                      ^
  [64]
