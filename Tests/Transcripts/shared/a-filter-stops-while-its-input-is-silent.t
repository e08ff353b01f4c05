SIGTERM ends a filter that waits for input, and so does the end of its reader.

  $ mkfifo quiet
  $ sleep 20 >quiet & writer=$!
  $ weir-parse <quiet & filter=$!
  $ sleep 0.2; kill -TERM $filter; wait $filter; echo "stopped with $?"
  stopped with 0
  $ kill $writer
