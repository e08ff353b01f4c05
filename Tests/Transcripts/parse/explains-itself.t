--explain says on standard error which formats a log was held against and why one was taken.

  $ cat >access.log <<'EOF'
  > 192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1043 "-" "curl/8.5.0"
  > 192.0.2.10 - - [24/Nov/2026:10:00:01 +0000] "GET / HTTP/1.1" abc 1043 "-" "curl/8.5.0"
  > PHP Warning:  Undefined variable
  > 192.0.2.10 - - [31/Nov/2026:10:00:01 +0000] "GET / HTTP/1.1" 200 1043 "-" "curl/8.5.0"
  > 192.0.2.10 - - [24/Nov/2026:10:00:02 +0000] "GET / HTTP/1.1" 200 1043 "-" "curl/8.5.0"
  > EOF
  $ weir-parse --explain access.log >/dev/null
  weir-parse: access.log:1: 'access' is taken: it matches 2 of 5 lines, and no other matches any
     lines  share  score  format
         2   40 %     20  access, tried first
    * formats match none of them (glob)
  weir-parse: access.log:2: warning: no pattern of format 'access' matched
    192.0.2.10 - - [24/Nov/2026:10:00:01 +0000] "GET / HTTP/1.1" abc 1043 "-" "curl/8.5.0"
                                                                 ^ access (combined, common) wants (?<status>[0-9]{3}|-) (?<bytes>[0-9]++|-…
                 ^ access (vhost_combined) wants )(?<client>[^ ,]++) (?:- (?<user>[^ ]++(…
              ^ access (forwarded) wants (?:, ?+[0-9A-Za-z.:_\[\]-]++)++) (?:- (?…
  weir-parse: access.log:3: warning: no pattern of format 'access' matched
    PHP Warning:  Undefined variable
                 ^ access (combined, common) wants (?<user>[^ ]++)) \[(?<time>[^\]]++)\] "(…
                 ^ access (vhost_combined) wants (?:- (?<user>[^ ]++(?: [^ \[][^ ]*+)*+)|…
       ^ access (forwarded) wants (?:, ?+[0-9A-Za-z.:_\[\]-]++)++) (?:- (?…
  weir-parse: access.log:4: warning: field 'time' is no time that exists
    192.0.2.10 - - [31/Nov/2026:10:00:01 +0000] "GET / HTTP/1.1" 200 1043 "-" "curl/8.5.0"
                    ^ access takes this for 'time'
  weir-parse: warning: 3 of 5 lines not understood (no-match 2, bad-time 1 (time)); --rejects FILE keeps them

A pattern of one's own is explained as well, and so is JSON.

  $ printf 'took 5 ms\ntook 7 s\n' | weir-parse --explain --pattern '^took (?<took>[0-9]+) ms$'
  weir-parse: stdin:2: warning: the pattern did not match
    took 7 s
           ^ pattern wants ms$
  {"took":"5"}
  weir-parse: warning: 1 of 2 lines not understood (no-match 1); --rejects FILE keeps them
  $ printf '{"a":1}\n{"a":tru}\n' | weir-parse --explain --format json
  weir-parse: stdin:2: warning: not JSON: unexpected character at byte 8
    {"a":tru}
            ^ json: unexpected character
  {"a":1}
  weir-parse: warning: 1 of 2 lines not understood (bad-json 1); --rejects FILE keeps them

Where no format is known, those that came furthest are shown; where a header is inferred, what was learned.

  $ echo '2026-11-24 10:00:00 what is this' | weir-parse --explain --format nginx-error,access
  weir-parse: stdin:1: warning: no pattern of format 'nginx-error' matched
    2026-11-24 10:00:00 what is this
                                ^ access (vhost_combined) wants \[(?<time>[^\]]++)\] "(?:(?<method>[A-Z]…
                             ^ access (combined, common) wants \[(?<time>[^\]]++)\] "(?:(?<method>[A-Z]…
              ^ access (forwarded) wants (?:, ?+[0-9A-Za-z.:_\[\]-]++)++) (?:- (?…
        ^ nginx-error wants /[0-9]{2}/[0-9]{2} [0-9]{2}:[0-9]{2}:[0-…
  weir-parse: warning: 1 of 1 lines not understood (no-match 1); --rejects FILE keeps them
  $ for i in 1 2 3; do echo "2026-11-24 10:00:0$i one two"; done | weir-parse --explain
  weir-parse: stdin:1: no format takes any line, but 3 have a time in the same place: a header was inferred
     lines  share  score  format
         3  100 %         inferred, tried first
    * formats match none of them (glob)
    header: (?<time>[0-9]++\-[0-9]++\-[0-9]++ ++[0-9]++\:[0-9]++\:[0-9]++)(?![0-9A-Za-z])[\])>"]?+[ \t]*+(?:(?:[|,]|--?(?=[ \t])|[:;](?=[ \t\[(<|]))[ \t]*+)*+(?<message>[\s\S]*+)
  {"time":"2026-11-24T10:00:01Z","message":"one two"}
  {"time":"2026-11-24T10:00:02Z","message":"one two"}
  {"time":"2026-11-24T10:00:03Z","message":"one two"}
  $ echo 'Lorem ipsum' | weir-parse --explain 2>&1 | head -n 1
  weir-parse: stdin:1: no known format takes any of 1 lines; the next ones are looked at as well

Each file of a stream is explained by itself, and what comes from a log is harmless on a terminal.

  $ printf '2026-11-24 10:00:00 one\n2026-11-24 10:00:01 two\n' >app.log
  $ weir-tail --once app.log access.log | weir-parse --explain --only status 2>&1 >/dev/null | grep taken
  weir-parse: access.log: byte 0: 'access' is taken: it matches 3 of 5 lines, and no other matches any
  $ printf '\033]0;evil\007\342\200\256 \n' >"$(printf 'odd\033.log')"
  $ weir-parse --explain --pattern '^(?<x>x)' odd*.log
  weir-parse: odd\u{1b}.log:1: warning: the pattern did not match
    \\u{1b}]0;evil\\u{7}\\u{202e}\x20 (esc)
    ^ pattern wants ^(?<x>x)
  weir-parse: warning: 1 of 1 lines not understood (no-match 1); --rejects FILE keeps them

A long line is shown around the place.

  $ awk 'BEGIN { printf "x="; for (i = 0; i < 200; i++) printf "1"; printf "y"; for (i = 0; i < 200; i++) printf "1"; print "" }' >long.log
  $ weir-parse --explain --pattern '^x=(?<x>1+)$' long.log
  weir-parse: long.log:1: warning: the pattern did not match
    …111111111111111111111111111111111111111111111111111111111111y111111111111111111111111111111111111111…
                                                                 ^ pattern wants $
  weir-parse: warning: 1 of 1 lines not understood (no-match 1); --rejects FILE keeps them
