Complaints do not flood a terminal or a mail: the first five are said, the rest is counted.

  $ seq 1000 >numbers.log
  $ weir-parse --format access numbers.log
  weir-parse: numbers.log:1: warning: no pattern of format 'access' matched
  weir-parse: numbers.log:2: warning: no pattern of format 'access' matched
  weir-parse: numbers.log:3: warning: no pattern of format 'access' matched
  weir-parse: numbers.log:4: warning: no pattern of format 'access' matched
  weir-parse: numbers.log:5: warning: no pattern of format 'access' matched
  weir-parse: further lines like these are counted and summed up at the end
  weir-parse: warning: 1000 of 1000 lines not understood (no-match 1000); --rejects FILE keeps them
