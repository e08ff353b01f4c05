Detection is made anew as long as nothing was recognised, and when what was recognised does not fit any more.

  $ access='127.0.0.1 - - [10/Oct/2000:13:55:36 +0000] "GET / HTTP/1.0" 200 23'
  $ { for n in $(seq 70); do echo "starting up ($n"; done; echo "$access"; echo "$access"; } >late.log
  $ weir-parse --only status late.log 2>/dev/null
  {"status":200}
  {"status":200}
  $ { echo "$access"; for n in $(seq 20); do echo "level=info n=$n"; done; } >changes.log
  $ weir-parse changes.log 2>/dev/null | weir-aggregate count 'max(n)'
  {"count":21,"n_max":20,"_by":[]}
