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
