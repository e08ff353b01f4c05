An error in a pattern is shown at its place.

  $ weir-parse --pattern '^(?<level>\w+' app.log
  weir-parse: error: --pattern: missing closing parenthesis
    ^(?<level>\w+
                 ^
  [64]
  $ weir-parse --pattern '^\w+' app.log
  weir-parse: error: --pattern: no named group in it; write (?<name>…) around what should become a field
  [64]

So are types that fit nothing.

  $ weir-parse --pattern '(?<n>\d+)' --types n:int app.log
  weir-parse: error: --types: 'int' is none of string, integer, number, boolean
  [64]
  $ weir-parse --pattern '(?<n>\d+)' --types m:integer app.log
  weir-parse: error: --types: the pattern has no group 'm'; it has n
  [64]
  $ weir-parse --pattern '(?<n>\d+)' --types n app.log
  weir-parse: error: --types: 'n' is not name:type
  [64]
  $ weir-parse --format access --types status:integer app.log
  weir-parse: error: --types goes with --pattern; a format knows its types
  [64]
  $ weir-parse --format access --pattern '(?<n>\d+)' app.log
  weir-parse: error: --pattern stands in for --format; give one of the two
  [64]

`\C` could cut a character in two, and is refused.

  $ weir-parse --pattern '(?<byte>\C)' app.log
  weir-parse: error: --pattern: using \C is disabled by the application
    (?<byte>\C)
              ^
  [64]
