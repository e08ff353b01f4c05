`--rate` keeps one log from filling the pipe: so many bytes a second of each, no more.

  $ seq 100000 >large.log
  $ timeout -s INT 0.5 weir-tail -F -n +1 --rate 64k --raw large.log | head -c 10 | head -n 2
  1
  2
  $ mkfifo fifo; { weir-tail -F -n +1 --rate 10k --raw large.log & echo $! >pid; wait; } >fifo 2>err &
  $ head -c 20000 <fifo | tail -n 1 | grep -c '^[0-9]*$'
  1
