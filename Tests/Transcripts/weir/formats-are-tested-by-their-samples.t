A format's samples are its tests: lines, and the whole records that they must become.

  $ cat >jobs.json <<'EOF'
  > {
  >   "name": "jobs",
  >   "patterns": [{"regex": "(?<time>[^ ]++ ++[^ ]++ [^ ]++) (?<job>[^ ]++) took=(?<took>[^ ]++)"}],
  >   "fields": {"took": {"type": "number", "unit": "s"}},
  >   "time": {"field": "time", "layouts": ["rfc3164"]},
  >   "samples": [
  >     {"line": "Nov 20 02:00:07 copy took=1.50", "record": {"time": "2024-11-20T02:00:07Z", "job": "copy", "took": 1.50}}
  >   ]
  > }
  > EOF
  $ weir formats test jobs.json
  1 sample, 1 right

A stamp without a year was read as of the end of 2024. What differs is said field by field, and the status tells.

  $ sed 's/1.50}}/1.5, "code": 0}}/' jobs.json >other.json
  $ weir formats test jobs.json other.json
  other.json:7: the record differs
    Nov 20 02:00:07 copy took=1.50
    took
      expected  1.5
      got       1.50
    code
      expected  0
      got       no such field
  2 samples, 1 right
  [65]
  $ sed 's/copy took=1.50/copy took=long/' jobs.json >other.json; weir formats test other.json
  other.json:7: the line is rejected: took is not of type number
    Nov 20 02:00:07 copy took=long
  1 sample, 0 right
  [65]
  $ sed 's/"job": "copy", "took": 1.50/"took": 1.50, "job": "copy"/' jobs.json >other.json; weir formats test other.json
  other.json:7: the fields come in another order
    Nov 20 02:00:07 copy took=1.50
      expected  time, took, job
      got       time, job, took
  1 sample, 0 right
  [65]

A file that is no format is another matter; the others are tested all the same.

  $ sed 's/"number"/"numbr"/' jobs.json >broken.json; weir formats test broken.json missing.json jobs.json
  weir formats: broken.json:4:31: error: "type" "numbr" is none of string, integer, number, boolean; did you mean "number"?
      "fields": {"took": {"type": "numbr", "unit": "s"}},
                                  ^
  weir formats: missing.json: error: No such file or directory
  1 sample, 1 right
  [78]
