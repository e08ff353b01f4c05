`--table` takes each file for a log of its own, and ranks them.

  $ cd "$FIXTURES"; weir-assess --output table --table sshd-bruteforce.log access-three-days.log
  log                    score  grade       format                             latency    traffic    errors     saturation  traces
  access-three-days.log  75     measurable  access                             available  available  available  missing     missing
  sshd-bruteforce.log    51     structured  sshd and cron over syslog-rfc3164  missing    derivable  derivable  missing     missing
  $ weir-assess --table sshd-bruteforce.log access-three-days.log | jq -c '[.log, .score, .latency]'
  ["access-three-days.log",75,"available"]
  ["sshd-bruteforce.log",51,"missing"]

`--against` holds a log against what was said of it earlier.

  $ printf '{"time":"2026-11-24 10:00:00","level":"info","message":"done in a while"}\n' >"$HOME/old.log"
  $ printf '{"time":"2026-11-24T10:00:00.5Z","level":"info","service":"shop","duration":0.2,"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}\n' >"$HOME/new.log"
  $ cd; weir-assess old.log >old.json; weir-assess --output table --against old.json new.log
  PROGRESS: 40 points up
    score       55 -> 95
    parsed      20
    dated       10 -> 15
    levelled    10
    identified  5 -> 15
    measured    0 -> 10
    traceable   0 -> 15
    safe        10
    latency     missing -> available
    traffic     derivable
    errors      available
    saturation  missing
    traces      missing -> available
    sensitive   none
  $ weir-assess --against old.json new.log | jq -c '[.score > .score_before, (.changes | map(.what) | index("latency") != null)]'
  [true,true]
  $ weir-assess --against new.log new.log
  weir-assess: error: --against new.log: is no assessment; weir-assess --output json writes one
  [66]

A report to hand in is in Markdown; a page may be had in a pipe, too.

  $ weir-assess --as markdown new.log | grep '^## '
  ## Summary
  ## What the log says of the service
  ## Road map
  ## Present state
  ## Score
  ## Gaps and target
  ## Risks
  ## Alerts to begin with
  ## Pipeline
  ## Changes in detail
  ## Appendix: fields
  ## How this was found
  $ weir-assess --as page new.log | head -n 1
  new.log
  $ weir-assess --as page --pipeline new.log
  weir-assess: error: --as, --pipeline, --table and --against are one each; give one of them
  weir-assess: 'weir-assess --help' tells more
  [64]
