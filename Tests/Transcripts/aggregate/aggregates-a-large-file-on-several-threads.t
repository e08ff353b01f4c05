With `-j` a large file is aggregated on several threads, and the output is the same, byte for byte: records, rejects, messages, late
records and the ledger. A log in which odd lines and stragglers stand among the others:

  $ awk 'BEGIN {
  >   for (n = 1; n <= 22000; n++) {
  >     printf "{\"time\":\"2026-11-24T10:%02d:%02d.%03dZ\",\"path\":\"/a/rather/long/path/of/item/%d\",\"status\":%d,\"duration\":%d.%03d}\n", n / 420, n / 7 % 60, n * 1000 / 7 % 1000, n % 7, n % 100 ? 200 : 500, n % 3, n % 997
  >     if (n % 9001 == 0) print "what is this?"
  >     if (n % 8009 == 0) printf "{\"time\":\"2026-11-24T09:%02d:00Z\",\"path\":\"/late\"}\n", n % 60
  >   }
  > }' >large.ndjson
  $ cat >metrics.yaml <<'END'
  > metrics:
  >   - {name: requests_total, type: counter, labels: [path]}
  >   - {name: slow_total, type: counter, where: duration > 1}
  > END
  $ compare() {
  >   for jobs in 1 3; do
  >     weir-aggregate --jobs $jobs --input large.ndjson --rejects $jobs.rejects --ledger $jobs.ledger "$@" >$jobs.out 2>$jobs.err
  >     sed -i 's/"output":"[^"]*",//' $jobs.ledger
  >   done
  >   wc -l <1.out
  >   for what in out err rejects ledger; do cmp 1.$what 3.$what; done
  >   rm *.out *.err *.rejects *.ledger
  > }
  $ compare --by path red
  8
  $ compare --by path --every 1m --window 5m count
  399
  $ compare --by path --session 10s count
  7
  $ compare --every 10s --lateness 1s --late late.ndjson count
  315
  $ compare --every 1m --where 'status == 500' --where 'duraton > 1' count
  0
  $ compare --every 5m --derive metrics.yaml
  88
  $ wc -l <late.ndjson
  4
