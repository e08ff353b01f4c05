Stopped and continued, and asked a thousand times how it goes, it gives the same bytes.

  $ seq 300000 >app.log
  $ { weir-tail -F -n +1 --raw app.log 2>err & echo $! >pid; wait; } >out &
  $ n=0; until [ -s out ]; do sleep 0.01; done; tail=$(cat pid)
  $ n=0; while [ $n -lt 300 ]; do kill -STOP $tail; kill -CONT $tail; kill -USR1 $tail; kill -HUP $tail; n=$((n + 1)); done
  $ n=0; until [ "$(stat -c %s out)" = "$(stat -c %s app.log)" ] || [ $n -gt 400 ]; do n=$((n + 1)); sleep 0.025; done
  $ kill $tail; wait; cmp app.log out
