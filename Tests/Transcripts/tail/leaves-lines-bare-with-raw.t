`--raw` writes the lines as they are, whatever bytes are in them, and is then a tail(1).

  $ printf 'one\ntw\000o\r\nthr\377ee\n' >app.log
  $ weir-tail --raw -n 2 app.log | od -An -c
     t   w  \0   o  \r  \n   t   h   r 377   e   e  \n
