The last half hour of a web server's log, or of whatever else there is.

  $ export WEIR_NOW=2026-11-20T10:00:00Z
  $ $REPO/pipelines/incident.sh -s 10m "$REPO/samples/access.log" | head -18
  $ $REPO/pipelines/incident.sh "$REPO/samples/access.log" | tail -4
  $ for n in 1 2 3 4; do printf '{"time":"2026-11-20T09:5%s:00Z","level":"%s","service":"cart","message":"order %s"}\n' $n $([ $n = 2 ] && echo error || echo info) $n; done >app.log
  $ BY=service $REPO/pipelines/incident.sh -u 2026-11-20T10:00:00Z app.log
  $ $REPO/pipelines/incident.sh -u 2026-11-21T10:00:00Z app.log
  $ $REPO/pipelines/incident.sh -s soon app.log
  usage: incident.sh [-s DURATION] [-u TIME] FILE ...
  [64]
