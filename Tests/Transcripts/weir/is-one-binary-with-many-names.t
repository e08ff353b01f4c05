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

And how they are used: `weir help parse` is `weir-parse --help`, and so is `weir help weir-parse`.

  $ weir-parse --help >one; weir help parse >two; weir parse --help | cmp - one; cmp one two; weir help weir-parse | cmp - one; head -n 1 one
  OVERVIEW: Turn log lines into records.
  $ weir | head -n 1
  OVERVIEW: Filters that turn logs into telemetry.

A word that is no filter is an error.

  $ weir prase >err 2>&1
  [64]
  $ weir help prase >out 2>&1
  [64]

The filters that are built apart are listed as well, and who wants one before it is there is told what builds it.

  $ weir --help | sed -n '/^BUILT APART/,/^$/{/./p;}'
  BUILT APART, by 'make shore'
    weir-store        Keep metrics in a file, and get them back.
    weir-report       Draw a report of metrics.
    weir-notify       Tell people of alerts.
    weir-top          Watch metrics on the terminal.
  $ for f in store report notify top; do weir --help | grep -qF "$(weir-$f --help | sed -n 's/^OVERVIEW: //p')" || echo $f; done
  $ mkdir alone; cp "$(command -v weir)" alone; for f in store report notify top; do PATH=/usr/bin:/bin alone/weir $f; done
  weir: error: weir-store is neither beside weir nor in PATH; 'make shore' in weir's sources builds it, into bin
  weir: error: weir-report is neither beside weir nor in PATH; 'make shore' in weir's sources builds it, into bin
  weir: error: weir-notify is neither beside weir nor in PATH; 'make shore' in weir's sources builds it, into bin
  weir: error: weir-top is neither beside weir nor in PATH; 'make shore' in weir's sources builds it, into bin
  [64]
  $ PATH=/usr/bin:/bin alone/weir help weir-notify
  weir: error: weir-notify is neither beside weir nor in PATH; 'make shore' in weir's sources builds it, into bin
  [64]
