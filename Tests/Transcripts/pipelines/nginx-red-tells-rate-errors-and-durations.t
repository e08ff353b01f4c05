One total of a whole log, by path. In a pipe it is JSON, and `EVERY` makes windows of it.

  $ $REPO/pipelines/nginx-red.sh $FIXTURES/access-three-days.log

  $ EVERY=1d WHERE='path == "/checkout"' $REPO/pipelines/nginx-red.sh - <$FIXTURES/access-three-days.log

Series may be told by any fields.

  $ BY=status $REPO/pipelines/nginx-red.sh $FIXTURES/access-three-days.log | jq -c '[.status, .count]'

With `-f` the log is followed, and a window leaves when an event comes that is a minute past its end.

  $ cp $FIXTURES/access-three-days.log live.log
  $ $REPO/pipelines/nginx-red.sh -f live.log >live.json 2>/dev/null &
  $ until [ "$(wc -l <live.json)" -ge 2 ]; do sleep 0.05; done; head -2 live.json

What it cannot do, it says.

  $ $REPO/pipelines/nginx-red.sh
  $ $REPO/pipelines/nginx-red.sh --every 1m x.log
  $ $REPO/pipelines/nginx-red.sh missing.log
