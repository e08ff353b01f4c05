A compressed file is refused with what to do instead; the other files are read.

  $ echo 'a=1 b=2' >app.log; gzip -c app.log >app.log.1.gz
  $ weir-parse app.log.1.gz app.log
  weir-parse: error: app.log.1.gz: is compressed (gzip); unpack it on the way: zcat app.log.1.gz | weir-…
  {"a":1,"b":2}
  [66]
  $ weir-tail --once --raw app.log.1.gz
  weir-tail: error: app.log.1.gz: is compressed (gzip); unpack it on the way: zcat app.log.1.gz | weir-…
  [66]
  $ zcat app.log.1.gz | weir-parse
  {"a":1,"b":2}

Noise is not taken for a log of bare words.

  $ head -c 4000 /dev/zero | tr '\0' '\351' | weir-parse 2>/dev/null
  $ echo 'could not connect to the host=db1' | weir-parse 2>/dev/null
