A mistake in a grok pattern is shown at its place.

  $ weir-parse --grok 'took %{NUMBR:took}' app.log
  weir-parse: error: --grok: there is no pattern 'NUMBR'; did you mean 'NUMBER'?
    took %{NUMBR:took}
           ^
  [64]
  $ weir-parse --grok '%{WORD:verb} %{NUMBER:took' app.log
  weir-parse: error: --grok: '%{' without its '}'
    %{WORD:verb} %{NUMBER:took
                 ^
  [64]
  $ weir-parse --grok '%{NUMBER:took:flaot}' app.log
  weir-parse: error: --grok: 'flaot' is none of int, float, string, bool; did you mean 'float'?
    %{NUMBER:took:flaot}
                  ^
  [64]
  $ weir-parse --grok '(%{WORD:verb}' app.log
  weir-parse: error: --grok: missing closing parenthesis
    (%{WORD:verb}
                 ^
  [64]
  $ weir-parse --grok '%{WORD:_raw}' app.log
  weir-parse: error: --grok: '_raw' is a key that weir keeps for itself (weir-record(5)); take another name
    %{WORD:_raw}
           ^
  [64]
  $ weir-parse --grok '%{WORD}' app.log
  weir-parse: error: --grok: no field in it; name one, as in %{WORD:name}
    %{WORD}
           ^
  [64]

So are flags that do not go together.

  $ weir-parse --grok '%{WORD:a}' --format access app.log
  weir-parse: error: --grok stands in for --format, --pattern and --types; a type goes behind the field's name
  [64]
  $ weir-parse --grok '%{WORD:a}' --types a:integer app.log
  weir-parse: error: --grok stands in for --format, --pattern and --types; a type goes behind the field's name
  [64]
  $ weir-parse --grok-patterns my.grok app.log
  weir-parse: error: --grok-patterns goes with --grok
  [64]
