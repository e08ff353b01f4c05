In one syslog come the messages of many programs. Each line gets the fields of the program that wrote it.

  $ cat >syslog <<'EOF'
  > Nov 24 02:31:02 vm sshd[26446]: Invalid user nosuch from 127.0.0.1 port 46024
  > Nov 24 02:31:03 vm CRON[7]: (root) CMD (/usr/bin/true)
  > Nov 24 02:31:04 vm kernel: [12.5] [UFW BLOCK] IN=eth0 OUT= MAC= SRC=192.0.2.7 DST=192.0.2.1 LEN=40 TOS=0x00 PREC=0x00 TTL=50 ID=1 PROTO=TCP SPT=40000 DPT=22
  > Nov 24 02:31:05 vm kernel: [13.0] eth0: link up
  > Nov 24 02:31:06 vm systemd[1]: nginx.service: Failed with result 'exit-code'.
  > Nov 24 02:31:07 vm whatever[1]: nobody knows
  > EOF
  $ weir-parse --only process,user,client,source,destination_port,unit,result,message syslog
  {"process":"sshd","message":"Invalid user nosuch from 127.0.0.1 port 46024","user":"nosuch","client":"127.0.0.1"}
  {"process":"CRON","message":"(root) CMD (/usr/bin/true)","user":"root"}
  {"process":"kernel","message":"[12.5] [UFW BLOCK] IN=eth0 OUT= MAC= SRC=192.0.2.7 DST=192.0.2.1 LEN=40 TOS=0x00 PREC=0x00 TTL=50 ID=1 PROTO=TCP SPT=40000 DPT=22","source":"192.0.2.7","destination_port":22}
  {"process":"kernel","message":"[13.0] eth0: link up"}
  {"process":"systemd","message":"nginx.service: Failed with result 'exit-code'.","unit":"nginx.service","result":"exit-code"}
  {"process":"whatever","message":"nobody knows"}

Debian's rsyslog writes ISO times, and the network brings RFC 5424; the journal has the same programs.

  $ weir-parse --only time,process,user,client <<'EOF'
  > 2026-11-24T02:31:02.123456+00:00 vm sshd[26446]: Invalid user nosuch from 127.0.0.1 port 46024
  > <38>1 2026-11-24T02:31:03Z vm sshd 26446 - - Invalid user nosuch from 127.0.0.1 port 46024
  > {"__REALTIME_TIMESTAMP":"1795488775567050","SYSLOG_IDENTIFIER":"sshd","MESSAGE":"Invalid user \"no\" from 127.0.0.1 port 46024"}
  > EOF
  {"time":"2026-11-24T02:31:02.123456Z","process":"sshd","user":"nosuch","client":"127.0.0.1"}
  {"time":"2026-11-24T02:31:03Z","process":"sshd","user":"nosuch","client":"127.0.0.1"}
  {"time":"2026-11-24T02:52:55.567050Z","process":"sshd","user":"\"no\"","client":"127.0.0.1"}

A format can be named, and takes then only what its programs wrote.

  $ weir-parse --format sudo syslog
  weir-parse: syslog:1: warning: no pattern of format 'sudo' matched
  weir-parse: syslog:2: warning: no pattern of format 'sudo' matched
  weir-parse: syslog:3: warning: no pattern of format 'sudo' matched
  weir-parse: syslog:4: warning: no pattern of format 'sudo' matched
  weir-parse: syslog:5: warning: no pattern of format 'sudo' matched
  weir-parse: further lines like these are counted and summed up at the end
  weir-parse: warning: 6 of 6 lines not understood (no-match 6); --rejects FILE keeps them
  $ weir-parse --format sshd --only user,port syslog 2>/dev/null
  {"user":"nosuch","port":46024}

A format of one's own says which programs it is for.

  $ mkdir formats
  $ cat >formats/door.json <<'EOF'
  > {"name": "door", "over": {"process": ["doord"], "patterns": [{"regex": "(?<message>(?<user>[a-z]+) (?<action>in|out))"}]}}
  > EOF
  $ echo 'Nov 24 02:31:02 vm doord[7]: joe in' | weir-parse --formats formats
  {"time":"2026-11-24T02:31:02Z","host":"vm","process":"doord","pid":7,"message":"joe in","user":"joe","action":"in"}
