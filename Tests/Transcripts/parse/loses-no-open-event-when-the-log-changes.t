A log may change its format while parts of a line, or the lines of an event, are still waiting for more. They are not forgotten: what
there is of them leaves, and the ledger adds up.

  $ { for i in $(seq 64); do echo "2026-11-24T03:18:16.1Z stdout F $i"; done
  > echo '2026-11-24T03:18:17.1Z stdout P never ended'
  > for i in 1 2 3 4 5 6 7 8; do echo "nothing $i"; done
  > for i in 1 2 3; do echo '{"msg":"json now"}'; done; } >changed.log
  $ weir-parse --ledger run.ledger changed.log 2>/dev/null | tail -n 4
  {"time":"2026-11-24T03:18:17.1Z","stream":"stdout","tag":"P","message":"never ended"}
  {"message":"json now"}
  {"message":"json now"}
  {"message":"json now"}
  $ weir ledger run.ledger
  stage       in  passed  absorbed  dropped  created  out
  weir-parse  76      68         0        8        0   68  no-match 8
  adds up
