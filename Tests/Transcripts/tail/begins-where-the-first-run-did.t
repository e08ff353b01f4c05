Where the first run with a state begins, each run begins till a mark is committed: nothing is passed over that was put aside
meanwhile, be it under numbers that fall or under numbers that rise. What had been put aside before is not read.

  $ echo old >app.log.1; seq 1 3 >app.log
  $ weir-tail --once --raw --state state app.log | grep -v _weir
  1
  2
  3
  $ mv app.log app.log.2; seq 4 5 >app.log.3; seq 6 7 >app.log
  $ weir-tail --once --raw --state state app.log 2>/dev/null | grep -v _weir | xargs
  1 2 3 4 5 6 7

