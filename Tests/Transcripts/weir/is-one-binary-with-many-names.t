`weir parse` and `weir-parse` are the same.

  $ echo 'n=1' >app.log
  $ weir-parse --pattern 'n=(?<n>\d)' app.log
  {"n":"1"}
  $ weir parse --pattern 'n=(?<n>\d)' app.log
  {"n":"1"}
  $ weir enrich --where
  weir-enrich: error: Missing value for '--where <expr>'
  weir-enrich: 'weir-enrich --help' tells more
  [64]
  $ ln -s "$(command -v weir)" weir-aggregate; ./weir-aggregate count <app.log 2>/dev/null
  {"count":0,"_by":[]}

All of them say which weir they are.

  $ weir --version
  0.1.0
  $ weir-parse --version
  0.1.0
  $ weir-alert --version
  0.1.0

And how they are used: `weir help parse` is `weir-parse --help`.

  $ weir-parse --help >one; weir help parse >two; weir parse --help | cmp - one; cmp one two; head -n 1 one
  OVERVIEW: Turn log lines into records.
  $ weir | head -n 1
  OVERVIEW: Filters that turn logs into telemetry.

A word that is no filter is an error.

  $ weir prase >err 2>&1
  [64]
  $ weir help prase >out 2>&1
  [64]
