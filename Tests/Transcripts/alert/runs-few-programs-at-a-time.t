Programs run four at a time, and those of one alert one after the other, however long they take.

  $ for i in $(seq 0 19); do printf '{"time":"2026-11-24T10:00:00Z","window":"1m","path":"/%s","errors":9,"_by":["path"]}\n' $i; done >metrics
  $ for i in $(seq 0 19); do printf '{"time":"2026-11-24T10:01:00Z","window":"1m","path":"/%s","errors":0,"_by":["path"]}\n' $i; done >>metrics
  $ cat >page <<'EOF'
  > #!/bin/sh
  > mkdir "running.$$" && ls -d running.* 2>/dev/null | wc -l >>most
  > echo "$WEIR_ALERT_STATE $WEIR_VALUE $WEIR_SEVERITY" >>"told.$WEIR_FINGERPRINT"
  > rmdir "running.$$"
  > EOF
  $ chmod +x page
  $ weir-alert --when 'errors > 5' --label severity=page --input metrics --exec ./page >out
  $ test "$(sort -n most | tail -n 1)" -le 4 && echo never more than four
  never more than four
  $ cat told.* | paste - - | sort | uniq -c | awk '{ $1 = $1; print }'
  20 firing 9 page resolved 0 page
