The value of an alert is what its condition measures: of several comparisons the first that holds something against a bound.

  $ value() { echo '{"time":"2026-11-24T10:00:00Z","level":"error","status":500,"count":30,"_by":["level"]}' | weir-alert --when "$1" | jq -c .value; }
  $ value 'level == "error" && count > 20'
  30
  $ value 'status == 500 && (level != "info" && count >= 20)'
  30
  $ value '10 < count && status >= 500'
  30

Where none does, the first that compares a number, or else the first.

  $ value 'level == "error" && status == 500'
  500
  $ value 'level == "error" && time > "2026"'
  "error"
