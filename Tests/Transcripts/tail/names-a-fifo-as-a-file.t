A FIFO has a name, and its lines carry it.

  $ mkfifo fifo; echo plain >plain.log
  $ echo through the fifo >fifo &
  $ timeout 10 weir-tail --once fifo
  {"_raw":"through the fifo","_file":"fifo","_offset":0}
  $ echo once more >fifo &
  $ timeout 10 weir-tail --once plain.log fifo
  {"_raw":"plain","_file":"plain.log","_offset":0}
  {"_raw":"once more","_file":"fifo","_offset":0}
