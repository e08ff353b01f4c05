A file whose rights are taken away while it is read, and given back: nothing is lost, and nothing has to be started again.

  $ wait_for() { n=0; until grep -qs -- "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ chmod 755 .; echo one >app.log; chmod 644 app.log; exec 9>>app.log
  $ as_nobody() { if [ "$(id -u)" = 0 ]; then exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; else exec "$@"; fi; }
  $ as_nobody "$(command -v weir-tail)" -F --raw "$PWD/app.log" >out 2>err & tail=$!
  $ wait_for one || cat err
  $ chmod 000 app.log; echo two >&9; wait_for two
  $ chmod 644 app.log; echo three >&9; wait_for three
  $ kill $tail; wait $tail; cat err out
  one
  two
  three
