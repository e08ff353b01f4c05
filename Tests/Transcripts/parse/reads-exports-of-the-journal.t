journalctl -o export writes a block of lines for each entry. A field that has line ends in it comes with its length, and an
empty line within it ends nothing.

  $ { printf '__CURSOR=s=1\n__REALTIME_TIMESTAMP=1795501765016023\nPRIORITY=4\n_HOSTNAME=vm\nMESSAGE\n\025\0\0\0\0\0\0\0first line\n\nthird me\r\nSYSLOG_IDENTIFIER=multi\n\n'
  > printf '__CURSOR=s=2\n__REALTIME_TIMESTAMP=1795501765016024\nMESSAGE=plain\nPRIORITY=3\n\n'
  > printf '__CURSOR=s=3\n__REALTIME_TIMESTAMP=1795501765016025\nMESSAGE\n\012\0\0\0\0\0\0\00012345\n7890\n'; } >export
  $ weir-parse export
  {"__CURSOR":"s=1","time":"2026-11-24T06:29:25.016023Z","level":"warn","host":"vm","message":"first line\n\nthird me\r","process":"multi"}
  {"__CURSOR":"s=2","time":"2026-11-24T06:29:25.016024Z","message":"plain","level":"error"}
  {"__CURSOR":"s=3","time":"2026-11-24T06:29:25.016025Z","message":"12345\n7890"}

The ledger knows each line, and what the lines became.

  $ weir-parse --ledger run.ledger export >/dev/null
  $ weir ledger run.ledger
  stage       in  passed  absorbed  dropped  created  out
  weir-parse  21       3        16        2        0    3  blank 2
  adds up
