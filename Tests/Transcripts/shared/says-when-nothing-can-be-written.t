A full disk is said, and the status is 74.

  $ echo '{"a":1,"_by":[]}' >records; echo line >app.log
  $ weir-tail app.log >/dev/full
  weir-tail: error: standard output: No space left on device
  [74]
  $ weir-parse --pattern '(?<a>.*)' app.log >/dev/full
  weir-parse: error: standard output: No space left on device
  [74]
  $ weir-enrich --set 'b = a' --input records >/dev/full
  weir-enrich: error: standard output: No space left on device
  [74]
  $ weir-aggregate count --input records >/dev/full
  weir-aggregate: error: standard output: No space left on device
  [74]
  $ weir-alert --when 'a > 0' --input records >/dev/full
  weir-alert: error: standard output: No space left on device
  [74]
  $ weir formats >/dev/full
  weir: error: standard output: No space left on device
  [74]

So is one where the rejects or the ledger should go. The records are not lost by that.

  $ echo nothing >bad
  $ weir-enrich --set 'b = a' --input records --input bad --rejects /dev/full
  weir-enrich: bad:1: warning: not a record: not a JSON object at byte 0 (is there a weir-parse before this filter?)
  {"a":1,"_by":[],"b":1}
  weir-enrich: error: --rejects write: No space left on device
  weir-enrich: warning: 1 of 2 lines not understood (bad-json 1)
  [74]
  $ weir-enrich --set 'b = a' --input records --ledger /dev/full
  {"a":1,"_by":[],"b":1}
  weir-enrich: error: --ledger write: No space left on device
  [74]
  $ weir-enrich --set 'b = a' --input records --rejects no-such-directory/rejects
  weir-enrich: error: --rejects no-such-directory/rejects: No such file or directory
  [74]
  $ weir-enrich --set 'b = a' --input records --ledger no-such-directory/ledger
  {"a":1,"_by":[],"b":1}
  weir-enrich: error: --ledger no-such-directory/ledger: No such file or directory
  [74]
