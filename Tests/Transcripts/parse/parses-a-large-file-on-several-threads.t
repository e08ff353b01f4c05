With `-j` a large file is parsed on several threads, and the output is the same, byte for byte: records, rejects, messages and the
ledger. A log in which odd lines stand among the others, blank ones, and ones that are not text:

  $ awk 'BEGIN {
  >   for (n = 1; n <= 60000; n++) {
  >     printf "192.0.2.%d - - [24/Nov/2026:10:%02d:%02d +0000] \"GET /item/%d HTTP/1.1\" 200 %d \"-\" \"curl/8.5.0\"\n", n % 250, n / 1000, n % 60, n, n
  >     if (n % 9001 == 0) print "what is this?\n"
  >     if (n % 17003 == 0) for (m = 0; m < 10; m++) printf "{\"time\":\"2026-11-24T10:00:00Z\",\"n\":%d}\n", m
  >   }
  > }' >large.log
  $ printf 'no end of line' >>large.log
  $ for jobs in 1 2 5; do
  >   weir-parse --jobs $jobs --rejects $jobs.rejects --ledger $jobs.ledger large.log >$jobs.out 2>$jobs.err
  >   sed -i 's/"output":"[^"]*",//' $jobs.ledger
  > done
  $ wc -l <1.out
  60021
  $ cut -d, -f1-6 <1.ledger
  {"stage":"weir-parse","in":60043,"passed":60021,"absorbed":0,"created":0,"out":60021
  $ for jobs in 2 5; do for what in out err rejects ledger; do cmp 1.$what $jobs.$what; done; done

A field that is filtered by is looked for on every thread, and said when it never came:

  $ weir-parse -j 3 --where 'path == "/item/59999"' --where 'dration == null || bytes == 59999' --only path large.log 2>/dev/null
  {"path":"/item/59999"}

Zero threads parse nothing:

  $ weir-parse -j 0 large.log
  weir-parse: error: --jobs: from 1 to 256 threads
  weir-parse: 'weir-parse --help' tells more
  [64]
