A stream with control records wants every stage to keep its state over a restart, and so to know where. Without that, the program
that would page somebody is not run.

  $ control() { printf '{"_weir":"%s","epoch":1,"n":%s,"nonce":"0123456789abcdef"}\n' "$1" "$2"; }
  $ { control begin 0; echo '{"count":9,"_by":[]}'; control end 1; } | weir-alert --when 'count > 5' --exec touch -- paged
  weir-alert: error: this stream has marks, and weir-alert must keep its place in it: give it the --state of weir-tail, or set WEIR_STATE for the whole pipeline
  [78]
  $ ls paged 2>/dev/null
  [2]
