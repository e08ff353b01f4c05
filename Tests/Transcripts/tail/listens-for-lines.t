It listens for lines that are sent: `udp://`, `tcp://` and `unix://`. `_peer` says who sent them.

  $ wait_for() { n=0; until grep -qs -- "$1" out; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ weir-tail "unix://$PWD/log.sock" >out 2>err & tail=$!
  $ n=0; until [ -S log.sock ] || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done
  $ logger --socket "$PWD/log.sock" --tag app hello; wait_for hello
  $ jq -r ._raw out | cut -d: -f4-
   hello
  $ stat -c %a log.sock; kill $tail; wait $tail; ls log.sock 2>&1 | grep -c 'No such file'; cat err
  600
  1

TCP takes lines ended by newlines, and messages with their length in front (RFC 6587). The port is this shell's own number.

  $ port=$((20000 + $$ % 20000))
  $ weir-tail "tcp://127.0.0.1:$port" "udp://127.0.0.1:$port" >out 2>err & tail=$!
  $ n=0; until logger -n 127.0.0.1 -P $port -T --octet-count --rfc3164 counted 2>/dev/null || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done
  $ logger -n 127.0.0.1 -P $port -T --rfc3164 newline; logger -n 127.0.0.1 -P $port -d --rfc3164 datagram
  $ wait_for counted; wait_for newline; wait_for datagram
  $ kill $tail; wait $tail; cat err; sort out | sed "s/:$port/:PORT/; s/127.0.0.1:[0-9]*\"}/PEER\"}/; s/<13>.*: /<13>… /"
  {"_raw":"<13>… counted","_file":"tcp://127.0.0.1:PORT","_offset":0,"_peer":"PEER"}
  {"_raw":"<13>… datagram","_file":"udp://127.0.0.1:PORT","_offset":0,"_peer":"PEER"}
  {"_raw":"<13>… newline","_file":"tcp://127.0.0.1:PORT","_offset":0,"_peer":"PEER"}

Beyond this machine it does not listen, for nothing there is encrypted or asks who it is.

  $ weir-tail udp://0.0.0.0:514
  weir-tail: error: udp://0.0.0.0:514: only this machine is listened to (127.0.0.1, [::1]), since there is neither TLS nor a token here; let a relay that has them, such as rsyslog or stunnel, pass on what comes from elsewhere
  [64]
  $ weir-tail tcp://127.0.0.1
  weir-tail: error: tcp://127.0.0.1: a port is missing, as in tcp://127.0.0.1:5514
  [64]
