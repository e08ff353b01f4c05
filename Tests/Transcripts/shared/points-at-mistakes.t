A mistake in an expression is shown at its place, whichever flag it came with. The status is 64.

  $ weir-parse --where 'status >= 5OO' access.log
  weir-parse: error: --where: '5OO' is not a number
    status >= 5OO
              ^^^
  [64]
  $ weir-tail --where '_raw =~ "("' access.log
  weir-tail: error: --where: in the pattern: missing closing parenthesis
    _raw =~ "("
              ^
  [64]
  $ weir-enrich --where 'lenght(path) > 3'
  weir-enrich: error: --where: unknown function 'lenght'; did you mean 'length'?
    lenght(path) > 3
    ^^^^^^
  [64]
  $ weir-aggregate --where 'a = 1' count
  weir-aggregate: error: --where: = does not compare; write ==
    a = 1
      ^
  [64]
  $ weir-alert --where '"a' --when 'b > 1'
  weir-alert: error: --where: this quote is never closed
    "a
    ^
  [64]
  $ weir-parse --where 'status >= 500 and path == "/"' access.log
  weir-parse: error: --where: 'and' is not an operator; write &&
    status >= 500 and path == "/"
                  ^^^
  [64]

A text is no condition, nor is a number.

  $ weir-parse --where '"x"' access.log >err 2>&1
  [64]
  $ weir-parse --where 'duration * 1000' access.log >err 2>&1
  [64]

A time is a text: without quotes a date is a subtraction, which no time is later than.

  $ weir-parse --where 'time > 2026-11-30' access.log
  weir-parse: error: --where: without quotes 2026-11-30 is a subtraction; write "2026-11-30"
    time > 2026-11-30
           ^^^^^^^^^^
  [64]
  $ weir-parse --where 'time > 2026-01-05T10:00:00Z' access.log
  weir-parse: error: --where: times are texts; write "2026-01-05T10:00:00Z"
    time > 2026-01-05T10:00:00Z
           ^^^^^^^^^^^^^^^^^^^^
  [64]
  $ weir-enrich --where 'time > "yesterday"'
  weir-enrich: error: --where: "yesterday" is no time; write "2026-11-24T10:00:00Z", or its beginning; add_time(now(), -3600) is an hour ago
    time > "yesterday"
           ^^^^^^^^^^^
  [64]
  $ weir-alert --when 'time < 2026-11 && count > 1'
  weir-alert: error: --when: without quotes 2026-11 is a subtraction; write "2026-11"
    time < 2026-11 && count > 1
           ^^^^^^^
  [64]
  $ echo '{"time":"2026-11-30T10:00:00Z"}' | weir-enrich --where 'time > "2026-11-30" && time < "2027"'
  {"time":"2026-11-30T10:00:00Z"}

Flags have their spelling, too.

  $ weir-parse --formt access access.log >err 2>&1; cat err
  weir-parse: error: Unknown option '--formt'. Did you mean '--format'?
  weir-parse: 'weir-parse --help' tells more
  $ weir-parse --max-line much access.log >err 2>&1; head -n 1 err
  weir-parse: error: The value 'much' is invalid for '--max-line <size>'
  $ weir-parse --color sometimes access.log >err 2>&1; head -n 1 err
  weir-parse: error: The value 'sometimes' is invalid for '--color <when>'. Please provide one of 'auto', 'always' or 'never'.
  $ weir-enrich --where >err 2>&1; head -n 1 err
  weir-enrich: error: Missing value for '--where <expr>'

Some have another name elsewhere.

  $ weir-aggregate --group-by level count 2>&1 | head -n 1
  weir-aggregate: error: Unknown option '--group-by'. Did you mean '--by'?
  $ weir-parse -f haproxy haproxy.log 2>&1 | head -n 1
  weir-parse: error: Unknown option '-f'. Did you mean '--format'?
  $ weir-aggregate --interval 5m count 2>&1 | head -n 1
  weir-aggregate: error: Unknown option '--interval'. Did you mean '--every'?
  $ weir-parse --group-by level app.log 2>&1 | head -n 1
  weir-parse: error: Unknown option '--group-by'
