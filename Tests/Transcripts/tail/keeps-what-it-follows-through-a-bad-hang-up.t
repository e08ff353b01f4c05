SIGHUP with a bad configuration: the old one is kept, and so is the state. What was named are the files of a folder, and that is a file itself now.

  $ wait_for() { n=0; until grep -qs -- "$1" "${2:-out}"; do n=$((n + 1)); [ $n -lt 400 ] || { echo "no $1 came"; return 1; }; sleep 0.025; done; }
  $ mkdir logs; echo one >logs/app.log; echo other >logs/other.log
  $ weir-tail -F --raw --state state --commit-on write --mark-every 10ms 'logs/*.log' >out 2>err & tail=$!
  $ wait_for one; exec 8>>logs/app.log
  $ mv logs aside; echo 'no folder' >logs
  $ kill -HUP $tail; echo two >&8; wait_for two
  $ kill -USR1 $tail; wait_for 'logs/app.log: byte' err; grep -c 'logs/app.log: byte 8 of 8' err
  1
  $ rm logs; mv aside logs; kill -HUP $tail; echo three >&8; wait_for three
  $ kill $tail; wait $tail; sort out; sed /byte/d err
  one
  other
  three
  two
  $ weir-tail --once --raw --state state --commit-on write 'logs/*.log'
