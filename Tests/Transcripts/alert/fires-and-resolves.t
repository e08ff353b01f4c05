Each series of the metrics is held against `--when`. An alert leaves when the condition begins to be true for it, and one more when
it is not any longer.

  $ cat >metrics <<EOF
  > {"time":"2026-11-24T10:00:00Z","window":"1m","path":"/a","error_ratio":0.01,"_by":["path"]}
  > {"time":"2026-11-24T10:01:00Z","window":"1m","path":"/a","error_ratio":0.10,"_by":["path"]}
  > {"time":"2026-11-24T10:01:00Z","window":"1m","path":"/b","error_ratio":0.01,"_by":["path"]}
  > {"time":"2026-11-24T10:02:00Z","window":"1m","path":"/a","error_ratio":0.20,"_by":["path"]}
  > {"time":"2026-11-24T10:03:00Z","window":"1m","path":"/a","error_ratio":0.01,"_by":["path"]}
  > EOF
  $ weir-alert --when 'error_ratio > 0.05' --input metrics
  {"time":"2026-11-24T10:01:00Z","alert":"error_ratio > 0.05","state":"firing","labels":{"path":"/a"},"value":0.10,"starts_at":"2026-11-24T10:01:00Z","ends_at":null,"fingerprint":"0b409586795c21f8","window":"1m","values":[["2026-11-24T10:00:00Z",0.01],["2026-11-24T10:01:00Z",0.1]]}
  {"time":"2026-11-24T10:03:00Z","alert":"error_ratio > 0.05","state":"resolved","labels":{"path":"/a"},"value":0.01,"starts_at":"2026-11-24T10:01:00Z","ends_at":"2026-11-24T10:03:00Z","fingerprint":"0b409586795c21f8","window":"1m","values":[["2026-11-24T10:00:00Z",0.01],["2026-11-24T10:01:00Z",0.1],["2026-11-24T10:02:00Z",0.2],["2026-11-24T10:03:00Z",0.01]]}

`--name` gives the alert a name.

  $ weir-alert --when 'error_ratio > 0.05' --name Errors --input metrics | jq -c '[.alert, .state]'
  ["Errors","firing"]
  ["Errors","resolved"]

The fingerprint is the same in every run, and another one for another rule or another series.

  $ weir-alert --when 'error_ratio > 0' --name Errors --input metrics | jq -r .fingerprint | sort | uniq -c | awk '{ print $1 }'
  2
  1
