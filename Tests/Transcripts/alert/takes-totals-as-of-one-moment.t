Totals have no time: all of a run are of the same moment, and none of them resolves another.

  $ printf '{"path":"%s","count":2,"_by":["path"]}\n' /a /b /c >totals.ndjson
  $ weir-alert --when 'count > 1' --input totals.ndjson | weir-enrich --keep state,labels
  {"state":"firing","labels":{"path":"/a"}}
  {"state":"firing","labels":{"path":"/b"}}
  {"state":"firing","labels":{"path":"/c"}}
