What `--sort` holds, `--dedupe` has seen and `--throttle` has counted is saved at each mark, so a log that is read in two runs gives
what it gives in one.

  $ cat >log
  > {"time":"2026-11-24T10:00:01Z","message":"a"}
  > {"time":"2026-11-24T10:00:03Z","message":"b"}
  > {"time":"2026-11-24T10:00:02Z","message":"a"}
  $ cat >more
  > {"time":"2026-11-24T10:00:02Z","message":"c"}
  > {"time":"2026-11-24T10:00:04Z","message":"a"}
  > {"time":"2026-11-24T10:00:30Z","message":"b"}
  $ cat >run
  > weir-tail --once --state state app.log | weir-parse --state state --format json | weir-enrich --state state "$@" | weir-commit --state state out
  $ cat log >app.log; sh run --dedupe message --within 10s; cat more >>app.log; sh run --dedupe message --within 10s; jq -c '[.message,.suppressed]' out
  $ rm -r state out; cat log >app.log; sh run --throttle 2/m --by message; cat more >>app.log; sh run --throttle 2/m --by message; jq -r .message out
  $ rm -r state out; cat log >app.log; sh run --sort time --within 10s; cat out; cat more >>app.log; sh run --sort time --within 10s; jq -c '[.time,.message]' out
