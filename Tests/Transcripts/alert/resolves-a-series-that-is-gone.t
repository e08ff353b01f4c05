A series that does not appear in a window any more has no value, and its condition does not hold.

  $ cat >metrics <<EOF
  > {"time":"2026-11-24T10:00:00Z","path":"/a","count":9,"_by":["path"]}
  > {"time":"2026-11-24T10:00:00Z","path":"/b","count":1,"_by":["path"]}
  > {"time":"2026-11-24T10:01:00Z","path":"/b","count":1,"_by":["path"]}
  > EOF
  $ weir-alert --when 'count > 5' --input metrics | jq -c '[.state, .labels, .starts_at, .ends_at]'
  ["firing",{"path":"/a"},"2026-11-24T10:00:00Z",null]
  ["resolved",{"path":"/a"},"2026-11-24T10:00:00Z","2026-11-24T10:01:00Z"]

A record that is older than what has been decided changes nothing.

  $ cat >disorder <<EOF
  > {"time":"2026-11-24T10:05:00Z","count":9,"_by":[]}
  > {"time":"2026-11-24T10:01:00Z","count":1,"_by":[]}
  > EOF
  $ weir-alert --when 'count > 5' --input disorder | jq -c '[.state, .starts_at, .ends_at]'
  ["firing","2026-11-24T10:05:00Z",null]
