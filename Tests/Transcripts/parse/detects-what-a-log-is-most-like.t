The format that takes most of the first lines is the log's; a line here and there of another kind does not mislead it.

  $ cat >mixed.log <<'EOF'
  > level=info msg=starting
  > 192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "curl"
  > 192.0.2.10 - - [24/Nov/2026:10:00:01 +0000] "GET / HTTP/1.1" 200 1 "-" "curl"
  > EOF
  $ weir-parse --only client,time,level mixed.log
  {"level":"info"}
  {"client":"192.0.2.10","time":"2026-11-24T10:00:00Z"}
  {"client":"192.0.2.10","time":"2026-11-24T10:00:01Z"}

A quiet log is not kept waiting: a short pause is enough to decide.

  $ wait_for() { n=0; until grep -qs "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ mkfifo log; weir-parse --only status <log >out & exec 9>log
  $ echo '192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 204 1 "-" "curl"' >&9; wait_for 204
  $ exec 9>&-; wait; cat out
  {"status":204}
