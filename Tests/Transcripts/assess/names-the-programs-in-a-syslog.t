A syslog of one program is called that program's: the fields are its own, with its units, and so is what to change.

  $ for m in $(seq 10 49); do echo "Nov 20 10:$m:00 lb haproxy[1]: 192.0.2.1:4711 [20/Nov/2026:10:$m:00.713] web app/a1 0/$m/2/47/455 200 6951 - - ---- 12/12/3/1/0 0/0 \"GET /a HTTP/1.1\""; done >haproxy.log
  $ for m in $(seq 10 49); do echo "Nov 20 10:$m:00 mx postfix/smtp[7]: 0000001EEF: to=<u1@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=0.45, delays=0.01/0/0.1/0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as AB)"; done >mail.log
  $ for log in haproxy.log mail.log; do weir-assess --output table $log | grep verdict; weir-assess $log | jq -c '.format, .carries'; done
    verdict  haproxy over syslog-rfc3164 (certain), 100 % of the lines
  "syslog-rfc3164"
  ["haproxy"]
    verdict  postfix over syslog-rfc3164 (certain), 100 % of the lines
  "syslog-rfc3164"
  ["postfix"]
  $ weir-assess --table --output table haproxy.log mail.log | awk '{ print $1, $4, $5, $6 }'
  log format latency traffic
  haproxy.log haproxy over syslog-rfc3164
  mail.log postfix over syslog-rfc3164
  $ weir-assess haproxy.log | jq -r '.fields[] | select(.unit == "s") | "\(.name): \(.p50) \(.unit), \(.unit_reason)"'
  request_time: 0 s, the format haproxy says so
  queue_time: 0.0291 s, the format haproxy says so
  connect_time: 0.002 s, the format haproxy says so
  response_time: 0.047 s, the format haproxy says so
  duration: 0.455 s, the format haproxy says so
  $ weir-assess --as markdown haproxy.log >report.md; grep -E '^\| format|^### Give|does not say whether|carried them' report.md
  | format | haproxy over syslog-rfc3164 (certain), 100 % of the lines |
  ### Give each request an id and keep the caller's trace

The script reads the lines of the syslog, and takes the messages apart as weir-parse always does.

  $ weir-assess --pipeline haproxy.log >watch.sh; grep -E 'carries|weir-parse' watch.sh; sh watch.sh haproxy.log | tail -n 1 | jq .duration_p95
  # syslog-rfc3164 carries messages of haproxy; weir-parse takes them apart.
      run weir-parse --format syslog-rfc3164 |
  0.455

Where several have a part in it, each is told what is its to change, and what carries them where none else can say.

  $ for m in $(seq 10 49); do echo "Nov 20 10:$m:01 lb sshd[2]: Failed password for root from 192.0.2.1 port 22 ssh2"; echo "Nov 20 10:$m:02 lb backup[3]: done"; done | sort -k3 - haproxy.log >mixed.log
  $ weir-assess --as markdown mixed.log | grep -E '^\| format|carried them|^### (HAProxy|OpenSSH|syslog)|have a part'
  *Administrators of HAProxy or OpenSSH; minutes.* HAProxy and OpenSSH have a part in this log. The lines to add are under *Changes in detail*.
  | format | syslog-rfc3164 with haproxy and sshd in it (certain), 100 % of the lines |
  HAProxy and OpenSSH wrote lines of this log, and syslog (rsyslog) carried them. Each has its own part to change.
  ### HAProxy
  ### OpenSSH
  ### syslog (rsyslog)

How long the kernel has been running is no latency.

  $ for m in $(seq 10 49); do echo "Nov 20 10:$m:03 fw kernel: [ 538$m.926556] DROP IN=eth0 OUT= SRC=192.0.2.1 DST=192.0.2.2 LEN=60 TTL=64 PROTO=TCP SPT=4711 DPT=22"; done | weir-assess | jq -c '.carries, .signals.latency.state'
  ["netfilter"]
  "missing"
