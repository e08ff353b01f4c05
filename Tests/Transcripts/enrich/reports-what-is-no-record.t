A line that is not a record is counted, said, and kept by `--rejects`; the others pass. A blank line is nothing.

  $ printf '{"a":1}\nGET / 200\n[1]\n{"a":\n\n{"a":2} x\n{"a":3}\n' >stream
  $ weir-enrich --set 'b = a' --rejects rejects.ndjson --ledger run.ledger --input stream
  weir-enrich: stream:2: warning: not a record: not a JSON object at byte 0 (is there a weir-parse before this filter?)
  weir-enrich: stream:3: warning: not a record: not a JSON object at byte 0 (is there a weir-parse before this filter?)
  weir-enrich: stream:4: warning: not a record: cut short at byte 5
  weir-enrich: stream:6: warning: not a record: text behind the value at byte 8
  {"a":1,"b":1}
  {"a":3,"b":3}
  weir-enrich: warning: 4 of 7 lines not understood (bad-json 4)
  $ jq -c '[._raw, ._file, ._offset, .stage, .reason]' rejects.ndjson
  ["GET / 200","stream",8,"weir-enrich","bad-json"]
  ["[1]","stream",18,"weir-enrich","bad-json"]
  ["{\"a\":","stream",22,"weir-enrich","bad-json"]
  ["{\"a\":2} x","stream",29,"weir-enrich","bad-json"]
  $ weir ledger run.ledger
  stage        in  passed  absorbed  dropped  created  out
  weir-enrich   7       2         0        5        0    2  blank 1, bad-json 4
  adds up

Not UTF-8 is not JSON; the bytes are kept.

  $ printf '{"a":"caf\351"}\n' | weir-enrich --set 'b = 1' --rejects latin1.ndjson 2>err; cat err
  weir-enrich: stdin:1: warning: not a record: not UTF-8 at byte 9
  weir-enrich: warning: 1 of 1 lines not understood (bad-json 1)
  $ jq -r ._raw64 latin1.ndjson | base64 -d | od -An -c
     {   "   a   "   :   "   c   a   f 351   "   }

Nor is nesting deeper than 128 levels.

  $ nest() { printf '{"a":'; head -c "$1" /dev/zero | tr '\0' '['; head -c "$1" /dev/zero | tr '\0' ']'; echo '}'; }
  $ nest 127 | weir-enrich --set 'b = 1' --keep b
  {"b":1}
  $ nest 128 | weir-enrich --set 'b = 1' --keep b 2>err; cat err
  weir-enrich: stdin:1: warning: not a record: nested deeper than 128 levels at byte 132
  weir-enrich: warning: 1 of 1 lines not understood (bad-json 1); --rejects FILE keeps them

The rest of a record whose writer died is reported, and never taken for one.

  $ printf '{"a":1}\n{"a":2' | weir-enrich --set 'b = a' 2>err; cat err
  {"a":1,"b":1}
  weir-enrich: stdin:2: warning: the input ended in the middle of a record
  weir-enrich: warning: 1 of 2 lines not understood (cut-short 1); --rejects FILE keeps them

`--strict` stops at the first.

  $ weir-enrich --set 'b = a' --strict --input stream
  weir-enrich: stream:2: warning: not a record: not a JSON object at byte 0 (is there a weir-parse before this filter?)
  {"a":1,"b":1}
  weir-enrich: warning: 1 of 2 lines not understood (bad-json 1); --rejects FILE keeps them
  [65]
