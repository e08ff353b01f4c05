A compressed file is unpacked as it is read; gzip, zstd, xz and bzip2 are told by their first bytes, whatever the name.

  $ printf '{"a":1}\n{"a":2}\n' >app.json; gzip -c app.json >app.gz; xz -c app.json >app.xz; bzip2 -c app.json >app.bz2; zstd -q -c app.json >noname
  $ weir-parse app.gz app.xz app.bz2 noname | jq -c .a | tr '\n' ' '; echo
  1 2 1 2 1 2 1 2 
  $ weir-tail -n 1 app.gz
  {"_raw":"{\"a\":2}","_file":"app.gz","_offset":8}

One that breaks off, or is damaged, is read as far as it goes; that is said, and the other files are read.

  $ seq 100000 | gzip -c | head -c 20000 >torn.gz
  $ weir-tail --once --raw torn.gz >out
  weir-tail: error: torn.gz: gzip: the compressed data breaks off
  [74]
  $ weir-parse --pattern '(?<n>\d+)' torn.gz app.json >parsed
  weir-parse: error: torn.gz: gzip: the compressed data breaks off
  [74]
