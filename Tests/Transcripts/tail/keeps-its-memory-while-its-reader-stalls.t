A reader that takes nothing holds it up; its memory stays what it was, and nothing is lost.

  $ seq 2000000 >app.log; mkfifo fifo
  $ { weir-tail --once --raw app.log & echo $! >pid; wait; } >fifo &
  $ exec 8<fifo; n=0; until [ -s pid ]; do sleep 0.01; done; tail=$(cat pid)
  $ n=0; until grep -q 'pipe_w' /proc/$tail/wchan 2>/dev/null || [ $n -gt 40 ]; do n=$((n + 1)); sleep 0.025; done
  $ seq 2000000 >>app.log; awk '/VmHWM/ { print ($2 < 65536 ? "small" : $2) }' /proc/$tail/status
  small
  $ cat <&8 | head -n 2000000 | cmp - app.log 2>&1 | grep -c 'EOF on -'
  1
