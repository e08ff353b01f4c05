When what writes into its pipe dies in the middle of a line, the fragment is a line of its own, never a part of the next.

  $ { printf 'one\nhal'; } | weir-tail --once -
  {"_raw":"one","_offset":0}
  {"_raw":"hal","_offset":4}
  $ mkfifo fifo; printf 'whole\nfragm' >fifo & weir-tail --once fifo app.log 2>/dev/null
  {"_raw":"whole","_file":"fifo","_offset":0}
  {"_raw":"fragm","_file":"fifo","_offset":6}
  [66]
