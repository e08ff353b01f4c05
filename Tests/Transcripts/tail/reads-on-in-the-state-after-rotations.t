With a state, what was rotated while nobody looked is read from where the last run ended: oldest generation first, and inside the
compressed one.

  $ seq 1 5 >app.log
  $ weir-tail --once --raw --state state --commit-on write app.log | tail -n 1
  5
  $ seq 6 7 >>app.log; mv app.log app.log.2; gzip app.log.2; seq 8 9 >app.log.1; seq 10 11 >app.log
  $ weir-tail --once --state state --commit-on write app.log | cut -d, -f 1,3 | tr '\n' ' '; echo
  {"_raw":"6","_offset":10} {"_raw":"7","_offset":12} {"_raw":"8","_offset":0} {"_raw":"9","_offset":2} {"_raw":"10","_offset":0} {"_raw":"11","_offset":3} 
  $ weir-tail --once --raw --state state --commit-on write app.log
