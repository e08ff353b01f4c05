`--set` gives a field the value of an expression. A new field goes to the end; one that is there keeps its place.

  $ echo '{"path":"/a","duration":0.25,"status":200}' >records
  $ weir-enrich --set 'ms = duration * 1000' --set 'status = 404' --input records
  {"path":"/a","duration":0.25,"status":404,"ms":250}

An expression that has no value gives null.

  $ weir-enrich --set 'rate = bytes / duration' --set 'nothing = duration / (status - 200)' --keep rate,nothing --input records
  {"rate":null,"nothing":null}
  weir-enrich: warning: duration / (status - 200): null 1 times, where a number was too large or divided by zero

Changes are made in the order of the command line, each seeing what those before it did.

  $ weir-enrich --set 'a = duration' --drop duration --rename b=a --set 'c = b * 2' --keep path,c,b --input records
  {"path":"/a","b":0.25,"c":0.5}

Other words for the same, after the fashion of getopt.

  $ weir-enrich --set='ok = status < 400' --keep=ok <records
  {"ok":true}
