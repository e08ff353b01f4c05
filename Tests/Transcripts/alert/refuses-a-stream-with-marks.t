A stream with control records wants every stage to keep its state over a restart. weir-alert cannot do that yet, and says so; the
program that would page somebody is not run.

  $ control() { printf '{"_weir":"%s","epoch":1,"n":%s,"nonce":"0123456789abcdef"}\n' "$1" "$2"; }
  $ { control begin 0; echo '{"count":9,"_by":[]}'; control end 1; } | weir-alert --when 'count > 5' --exec touch -- paged
  weir-alert: error: this stream carries marks, and weir-alert cannot keep its state over a restart; run it without --state upstream
  [78]
  $ ls paged 2>/dev/null
  [2]
