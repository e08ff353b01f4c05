What `--sort` holds, `--dedupe` has seen and `--throttle` has counted is saved at each mark, so a log that is read in two runs gives
what it gives in one. What is still held at the end stays in the state for the next run.

  $ cat >log <<'END'
  > {"time":"2026-11-24T10:00:01Z","message":"a"}
  > {"time":"2026-11-24T10:00:03Z","message":"b"}
  > {"time":"2026-11-24T10:00:02Z","message":"a"}
  > END
  $ cat >more <<'END'
  > {"time":"2026-11-24T10:00:02Z","message":"c"}
  > {"time":"2026-11-24T10:00:04Z","message":"a"}
  > {"time":"2026-11-24T10:00:30Z","message":"b"}
  > END
  $ cat >run <<'END'
  > weir-tail --once --state state app.log | weir-parse --state state --format json | weir-enrich --state state "$@" | weir-commit --state state out
  > END
  $ cat log >app.log; sh run --dedupe message --within 10s; cat more >>app.log; sh run --dedupe message --within 10s; jq -c '[.message,.suppressed]' out
  ["a",null]
  ["b",null]
  ["c",null]
  ["b",null]
  $ rm -r state out; cat log >app.log; sh run --throttle 2/m --by message; cat more >>app.log; sh run --throttle 2/m --by message; jq -r .message out
  a
  b
  a
  c
  b
  $ rm -r state out; cat log >app.log; sh run --sort time --within 10s; cat out; cat more >>app.log; sh run --sort time --within 10s; jq -c '[.time,.message]' out
  ["2026-11-24T10:00:01Z","a"]
  ["2026-11-24T10:00:02Z","a"]
  ["2026-11-24T10:00:02Z","c"]
  ["2026-11-24T10:00:03Z","b"]
  ["2026-11-24T10:00:04Z","a"]
