A field that no record had is most likely a slip of the keyboard. It is said at the end, with what may have been meant.

  $ printf '{"path":"/a","bytes":1}\n' >records
  $ weir-aggregate --by pth count --input records
  {"pth":null,"count":1,"_by":["pth"]}
  weir-aggregate: warning: no record had a field 'pth'; did you mean 'path'?
  $ weir-aggregate 'sum(byts)' --input records
  {"byts_sum":0,"_by":[]}
  weir-aggregate: warning: no record had a field 'byts'; did you mean 'bytes'?
  $ weir-aggregate --where 'byts > 0' count --input records 2>&1 | grep warning
  weir-aggregate: warning: no record had a field 'byts'; did you mean 'bytes'?

A preset may ask for more than a log has, and what is unknown is null. But a share and a count would be 0, as if nothing had failed,
and an alert on them never fires. So it is said what they were to be taken from.

  $ printf '{"time":"2026-11-24T10:00:00Z","message":"a","duration":1}\n{"time":"2026-11-24T10:09:00Z","message":"b"}\n' >mail
  $ weir-aggregate red --input mail
  {"count":2,"rate":0.003703703703703704,"error_ratio":0,"duration_p50":1,"duration_p95":1,"duration_p99":1,"_by":[]}
  weir-aggregate: warning: error_ratio is 0 because no record had a field 'status' or 'level'; 'weir-aggregate --explain red' shows how to write it of others
  $ weir-aggregate http --input mail 2>&1 | grep -o 'warning.*;'
  warning: status_2xx, status_3xx, status_4xx, status_5xx are 0 because no record had a field 'status';
  warning: bytes_sum is 0 because no record had a field 'bytes';
  $ weir-aggregate traffic --input mail 2>&1 | grep -o 'warning.*;'
  warning: visitors is 0 because no record had a field 'client';
  warning: bytes is 0 because no record had a field 'bytes';

One of the fields will do.

  $ (cat mail; echo '{"time":"2026-11-24T10:09:01Z","level":"info"}') | weir-aggregate --every 1h 'count' golden | jq -c .error_ratio
  0

A stream may have no end at which to say it: it is said when the first window leaves, and once.

  $ weir-aggregate --every 1m golden --input mail 2>&1 | grep warning
  weir-aggregate: warning: error_ratio is 0 because no record so far had a field 'status' or 'level'; 'weir-aggregate --explain golden' shows how to write it of others
