`-n` counts lines from the end, `-n +N` from the start. Either is one word of the shell; the count may stand with its flag.

  $ seq 5 >app.log
  $ weir-tail --raw -n2 app.log
  4
  5
  $ weir-tail --raw -n +5 app.log
  5
  $ weir-tail --raw --lines=+5 app.log
  5
  $ weir-tail --raw --lines=1 app.log
  5
  $ weir-tail --raw -n 100 app.log | wc -l
  5
  $ weir-tail --raw -n +100 app.log

A line without a newline at the end counts as one.

  $ printf 'six' >>app.log; weir-tail --raw -n 1 app.log
  six

What is not a count is an error.

  $ weir-tail -n many app.log >err 2>&1; head -n 1 err
  weir-tail: error: The value 'many' is invalid for '-n <count>'
