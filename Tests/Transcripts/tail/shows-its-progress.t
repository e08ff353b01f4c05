`--progress` shows how far it is on a terminal, and elsewhere only what was read in the end.

  $ seq 1000 >app.log
  $ weir-tail --once --raw --progress app.log >out
  weir-tail: 3893 bytes read, 100 %
