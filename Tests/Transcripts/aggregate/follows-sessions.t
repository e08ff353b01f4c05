A session is a run of events of one series: it ends when the series has been silent for so long. Its window is from its
first event to its last.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:00Z","client":"a","path":"/"}
  > {"time":"2026-11-24T10:10:00Z","client":"a","path":"/cart"}
  > {"time":"2026-11-24T10:20:00Z","client":"b","path":"/"}
  > {"time":"2026-11-24T10:39:59Z","client":"a","path":"/pay"}
  > {"time":"2026-11-24T11:30:00Z","client":"a","path":"/"}
  > EOF
  $ weir-aggregate --session 30m --by client count 'last(path)' --input records
  {"time":"2026-11-24T10:20:00Z","window":"0s","client":"b","count":1,"path_last":"/","_by":["client"]}
  {"time":"2026-11-24T10:00:00Z","window":"39m59s","client":"a","count":3,"path_last":"/pay","_by":["client"]}
  {"time":"2026-11-24T11:30:00Z","window":"0s","client":"a","count":1,"path_last":"/","_by":["client"]}

An event between two sessions makes one of them, also when they come from different parts of a log.

  $ sed -n '1p;4,5p' records | weir-aggregate --session 30m --by client --partial count 'last(path)' >one
  $ sed -n '2,3p' records | weir-aggregate --session 30m --by client --partial count 'last(path)' >two
  $ cat one two | weir-aggregate --merge >merged
  $ weir-aggregate --session 30m --by client count 'last(path)' --input records | cmp - merged
  $ weir-aggregate --session 30m --every 1m count --input records
  weir-aggregate: error: --session: its windows are as long as there is something in them; --every does not go with it
  [64]
