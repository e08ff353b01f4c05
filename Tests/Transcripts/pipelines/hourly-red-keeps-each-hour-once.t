Three runs, as cron makes them, over a log that grows and is rotated. An hour leaves when it is over.

  $ request() { printf '192.0.2.1 - - [24/Nov/2026:%s +0000] "GET %s HTTP/1.1" %s 10 "-" "curl"\n' "$1" "$2" "$3"; }
  $ { request 10:00:00 /a 200; request 10:30:00 /a 500; } >access.log
  $ $REPO/pipelines/hourly-red.sh access.log state hours.json; cat hours.json
  $ request 10:59:59 /b 200 >>access.log; mv access.log access.log.1; request 11:10:00 /a 200 >access.log
  $ $REPO/pipelines/hourly-red.sh access.log state hours.json; $REPO/pipelines/hourly-red.sh access.log state hours.json
  $ jq -c '[.time, .path, .count, .error_ratio]' hours.json
  ["2026-11-24T10:00:00Z","/a",2,0.5]
  ["2026-11-24T10:00:00Z","/b",1,0]
  $ request 12:10:00 /c 200 >>access.log
  $ EVERY=1h BY=path $REPO/pipelines/hourly-red.sh access.log state hours.json
  $ jq -c '[.time, .path, .count, .error_ratio]' hours.json
  ["2026-11-24T10:00:00Z","/a",2,0.5]
  ["2026-11-24T10:00:00Z","/b",1,0]
  ["2026-11-24T11:00:00Z","/a",1,0]

Other windows do not fit what is kept.

  $ EVERY=1m $REPO/pipelines/hourly-red.sh access.log state hours.json 2>err
  [74]
  $ grep weir-aggregate err
  weir-aggregate: error: state: what weir-aggregate remembered at mark 4 does not fit: other options or another version wrote it. Run it as before, or begin anew with 'weir state reset state'
  $ $REPO/pipelines/hourly-red.sh access.log
  usage: hourly-red.sh LOG STATE FILE
  [64]
