The keys that weir keeps for itself are no names for fields: a record that brings `_weir` would look like a control record.

  $ echo 'begin x' >app.log
  $ weir-parse --pattern '(?<_weir>\w+)' app.log 2>err
  [64]
  $ cat err
  weir-parse: error: --pattern: '_weir' is a key that weir keeps for itself* (glob)
  …
  $ weir-parse --pattern '(?<_raw>\w+)' app.log 2>err
  [64]
