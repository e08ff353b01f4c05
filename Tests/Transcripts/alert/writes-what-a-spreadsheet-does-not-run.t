What looks like a formula is a text in CSV, and what would move the cursor is written out in a table.

  $ printf '{"time":"2026-11-24T10:00:00Z","window":"1m","path":"=cmd|%s","errors":9,"_by":["path"]}\n' "' /C calc'!A0" >records
  $ printf '{"time":"2026-11-24T10:00:00Z","window":"1m","path":"\\u001b]0;x\\u0007<img onerror=x>","errors":9,"_by":["path"]}\n' >>records
  $ weir-alert --name '=Errors' --when 'errors > 5' --output csv <records
  time,alert,state,labels,value,starts_at,ends_at,fingerprint,window
  2026-11-24T10:00:00Z,'=Errors,firing,"{""path"":""=cmd|' /C calc'!A0""}",9,2026-11-24T10:00:00Z,,6b484e44691e714f,1m
  2026-11-24T10:00:00Z,'=Errors,firing,"{""path"":""\u001b]0;x\u0007<img onerror=x>""}",9,2026-11-24T10:00:00Z,,57c089a049551f51,1m
  $ weir-alert --name 'Errors' --when 'errors > 5' --output table --color never <records
  time                  alert   state   labels                                      value  starts_at             ends_at  fingerprint       window
  2026-11-24T10:00:00Z  Errors  firing  {"path":"=cmd|' /C calc'!A0"}                   9  2026-11-24T10:00:00Z        -  3589e90323360e02  1m
  2026-11-24T10:00:00Z  Errors  firing  {"path":"\u001b]0;x\u0007<img onerror=x>"}      9  2026-11-24T10:00:00Z        -  76a42223475af982  1m
  $ weir-alert --name 'Errors' --when 'errors > 5' --backtest --output csv <records
  alert,labels,value,starts_at,fired_at,ends_at,duration
  Errors,"{""path"":""=cmd|' /C calc'!A0""}",9,2026-11-24T10:00:00Z,2026-11-24T10:00:00Z,,60
  Errors,"{""path"":""\u001b]0;x\u0007<img onerror=x>""}",9,2026-11-24T10:00:00Z,2026-11-24T10:00:00Z,,60

  alert,firings,per_day,time_firing,share,never_fired,held_over
  Errors,2,2880,60,1,0,0
