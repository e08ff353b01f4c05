One total of a whole log, by path. In a pipe it is JSON, and `EVERY` makes windows of it.

  $ $REPO/pipelines/nginx-red.sh $FIXTURES/access-three-days.log
  {"path":"/","count":6,"rate":0.0000531872456984815,"error_ratio":0,"duration_p50":0.019091,"duration_p95":0.023,"duration_p99":0.023,"_by":["path"]}
  {"path":"/.env","count":1,"rate":0.000008864540949746918,"error_ratio":0,"duration_p50":0,"duration_p95":0,"duration_p99":0,"_by":["path"]}
  {"path":"/checkout","count":4,"rate":0.00003545816379898767,"error_ratio":0.5,"duration_p50":0.41367,"duration_p95":3.204,"duration_p99":3.204,"_by":["path"]}
  {"path":"/favicon.ico","count":1,"rate":0.000008864540949746918,"error_ratio":0,"duration_p50":0.001,"duration_p95":0.001,"duration_p99":0.001,"_by":["path"]}
  {"path":"/late","count":1,"rate":0.000008864540949746918,"error_ratio":0,"duration_p50":0.005,"duration_p95":0.005,"duration_p99":0.005,"_by":["path"]}
  {"path":"/products","count":4,"rate":0.00003545816379898767,"error_ratio":0,"duration_p50":0.043013,"duration_p95":0.051,"duration_p99":0.051,"_by":["path"]}
  {"path":null,"count":1,"rate":0.000008864540949746918,"error_ratio":0,"duration_p50":0.31,"duration_p95":0.31,"duration_p99":0.31,"_by":["path"]}

  $ EVERY=1d WHERE='path == "/checkout"' $REPO/pipelines/nginx-red.sh - <$FIXTURES/access-three-days.log
  {"time":"2026-11-20T00:00:00Z","window":"1d","path":"/checkout","count":4,"rate":0.000046296296296296294,"error_ratio":0.5,"duration_p50":0.41367,"duration_p95":3.204,"duration_p99":3.204,"_by":["path"]}

Series may be told by any fields.

  $ BY=status $REPO/pipelines/nginx-red.sh $FIXTURES/access-three-days.log | jq -c '[.status, .count]'
  [200,12]
  [304,1]
  [400,1]
  [404,2]
  [502,2]

With `-f` the log is followed, from its last ten lines on, and a window leaves when events are a minute past its end.

  $ head -100 $REPO/samples/access.log >live.log
  $ WHERE='path == "/"' $REPO/pipelines/nginx-red.sh -f live.log >live.json 2>messages &
  $ until grep -s filling messages; do sleep 0.05; done
  weir-aggregate: the window of 2026-11-20T09:30:00Z is filling; it leaves when an event of 2026-11-20T09:32:00Z or later comes, or the input ends
  $ sed -n 101,600p $REPO/samples/access.log >>live.log
  $ until [ "$(wc -l <live.json)" -ge 2 ]; do sleep 0.05; done; head -2 live.json | jq -c '[.time, .count]'
  ["2026-11-20T09:30:00Z",1]
  ["2026-11-20T09:31:00Z",23]

What it cannot do, it says.

  $ $REPO/pipelines/nginx-red.sh
  usage: nginx-red.sh [-f] FILE
  [64]
  $ $REPO/pipelines/nginx-red.sh --every 1m x.log
  usage: nginx-red.sh [-f] FILE
  [64]
  $ $REPO/pipelines/nginx-red.sh missing.log
  nginx-red.sh: missing.log: cannot be read
  [66]
