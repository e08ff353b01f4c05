`--partial` adds the state of each series to its record, as `_state`. `--merge` combines any number of them, of any parts
and in any order, to what would have been computed at once, byte for byte.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:10Z","path":"/","duration":0.1,"client":"10.0.0.1"}
  > {"time":"2026-11-24T10:00:20Z","path":"/cart","duration":0.25,"client":"10.0.0.2"}
  > {"time":"2026-11-24T10:00:30Z","path":"/","duration":0.7,"client":"10.0.0.1"}
  > {"time":"2026-11-24T10:01:40Z","path":"/","duration":0.3,"client":"10.0.0.3"}
  > EOF
  $ sed -n '1p;4p' records >one; sed -n '2,3p' records >two
  $ for part in one two; do weir-aggregate --every 1m --by path --partial red 'distinct(client)' --input $part >$part.partial; done
  weir-aggregate: warning: error_ratio is 0 because no record had a field 'status' or 'level'; 'weir-aggregate --explain red' shows how to write it of others
  weir-aggregate: warning: error_ratio is 0 because no record had a field 'status' or 'level'; 'weir-aggregate --explain red' shows how to write it of others
  $ jq -c 'del(._state)' two.partial; jq -r '._state | type' two.partial
  {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/","count":1,"rate":0.016666666666666666,"error_ratio":0,"duration_p50":0.7,"duration_p95":0.7,"duration_p99":0.7,"client_distinct":1,"_by":["path"]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/cart","count":1,"rate":0.016666666666666666,"error_ratio":0,"duration_p50":0.25,"duration_p95":0.25,"duration_p99":0.25,"client_distinct":1,"_by":["path"]}
  string
  string
  $ cat two.partial one.partial | weir-aggregate --merge
  {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/","count":2,"rate":0.03333333333333333,"error_ratio":0,"duration_p50":0.1,"duration_p95":0.7,"duration_p99":0.7,"client_distinct":1,"_by":["path"]}
  {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/cart","count":1,"rate":0.016666666666666666,"error_ratio":0,"duration_p50":0.25,"duration_p95":0.25,"duration_p99":0.25,"client_distinct":1,"_by":["path"]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","path":"/","count":1,"rate":0.016666666666666666,"error_ratio":0,"duration_p50":0.3,"duration_p95":0.3,"duration_p99":0.3,"client_distinct":1,"_by":["path"]}
  $ weir-aggregate --every 1m --by path red 'distinct(client)' --input records >whole
  weir-aggregate: warning: error_ratio is 0 because no record had a field 'status' or 'level'; 'weir-aggregate --explain red' shows how to write it of others
  $ cat one.partial two.partial | weir-aggregate --merge | cmp - whole

Parts can be merged into a part, and that again.

  $ cat one.partial two.partial | weir-aggregate --merge --partial >both.partial; weir-aggregate --merge --input both.partial | cmp - whole

To fewer labels, and to wider windows, as long as what was asked is the same.

  $ cat one.partial two.partial | weir-aggregate --merge --by '' --every 1h red 'distinct(client)'
  {"time":"2026-11-24T10:00:00Z","window":"1h","count":4,"rate":0.0011111111111111111,"error_ratio":0,"duration_p50":0.24865,"duration_p95":0.7,"duration_p99":0.7,"client_distinct":3,"_by":[]}
  $ cat one.partial two.partial | weir-aggregate --merge --by client count
  weir-aggregate: stdin:1: warning: its '_state' is of other functions: red distinct(client)
  weir-aggregate: stdin:2: warning: its '_state' is of other functions: red distinct(client)
  weir-aggregate: stdin:3: warning: its '_state' is of other functions: red distinct(client)
  weir-aggregate: stdin:4: warning: its '_state' is of other functions: red distinct(client)
  weir-aggregate: warning: 4 of 4 lines not understood (bad-type 4); --rejects FILE keeps them
  $ cat one.partial two.partial | weir-aggregate --merge --by client
  weir-aggregate: stdin:1: warning: its series are by path
  weir-aggregate: stdin:2: warning: its series are by path
  weir-aggregate: stdin:3: warning: its series are by path
  weir-aggregate: stdin:4: warning: its series are by path
  weir-aggregate: warning: 4 of 4 lines not understood (bad-type 4); --rejects FILE keeps them

No record is late for a part: it leaves once more, and is merged with what left before.

  $ sort -r records | weir-aggregate --every 1m --lateness 0s --partial count | weir-aggregate --merge
  {"time":"2026-11-24T10:00:00Z","window":"1m","count":3,"_by":[]}
  {"time":"2026-11-24T10:01:00Z","window":"1m","count":1,"_by":[]}
  $ sort -r records | weir-aggregate --every 1m --lateness 0s count
  weir-aggregate: warning: 3 of 4 records came after their window had closed; a longer --lateness takes them in, and 'weir-tail --once LOG* |' reads rotated files in the order of their times
  {"time":"2026-11-24T10:01:00Z","window":"1m","count":1,"_by":[]}

What has no state, or a damaged one, is a reject.

  $ { echo '{"count":1}'; sed 's/"_state":"A/"_state":"B/' one.partial; } | weir-aggregate --merge
  weir-aggregate: stdin:1: warning: no '_state' to merge (weir-aggregate --partial writes it)
  weir-aggregate: stdin:2: warning: the '_state' is damaged, or of another version of weir
  weir-aggregate: stdin:3: warning: the '_state' is damaged, or of another version of weir
  weir-aggregate: warning: 3 of 3 lines not understood (bad-type 3); --rejects FILE keeps them
  $ weir-aggregate --partial --sort count count --input records
  weir-aggregate: error: --partial: --sort goes where the states are merged
  [64]
