The first line names the columns. Cells in quotes may hold commas, quotes and line ends; numbers stay as they are written.

  $ cat >jobs.csv <<'EOF'
  > time,level,job,took,note
  > 2026-11-24 06:29:39Z,WARN,backup,1.50,"two
  > lines, with ""quotes"""
  > 2026-11-24 06:30:00Z,info,restore,007,
  > 2026-11-24 06:31:00Z,info,check,9007199254740993,"5"
  > EOF
  $ weir-parse jobs.csv
  {"time":"2026-11-24T06:29:39Z","level":"warn","job":"backup","took":1.50,"note":"two\nlines, with \"quotes\""}
  {"time":"2026-11-24T06:30:00Z","level":"info","job":"restore","took":"007"}
  {"time":"2026-11-24T06:31:00Z","level":"info","job":"check","took":9007199254740993,"note":"5"}

A row with too few or too many cells is kept aside, like one whose quotes are wrong.

  $ cat >odd.csv <<'EOF'
  > a,b
  > 1,2,3
  > 4
  > "5"6,7
  > 8,9
  > EOF
  $ weir-parse --format csv --rejects odd.rejects odd.csv
  weir-parse: odd.csv:2: warning: the row does not have a cell for each of the 2 columns
  weir-parse: odd.csv:3: warning: the row does not have a cell for each of the 2 columns
  weir-parse: odd.csv:4: warning: something stands behind the quote that ends a cell
  {"a":8,"b":9}
  weir-parse: warning: 3 of 5 lines not understood (bad-row 3)
  $ jq -r '.reason + " " + ._raw' odd.rejects
  bad-row 1,2,3
  bad-row 4
  bad-row "5"6,7

Semicolons and bars are found in the header; what is tab-separated has no quotes.

  $ printf 'id;name\n1;a,b\n' | weir-parse
  {"id":1,"name":"a,b"}
  $ printf 'id\tname\tnote\n1\t"a\tone\\ttwo\n' | weir-parse
  {"id":1,"name":"\"a","note":"one\ttwo"}

Each file has its own header, and a header that comes again is passed over.

  $ printf 'a,b\n1,2\na,b\n3,4\n' >one.csv
  $ printf 'c,d\n5,6\n' >two.csv
  $ weir-parse --format csv one.csv two.csv
  {"a":1,"b":2}
  {"a":3,"b":4}
  {"c":5,"d":6}

A quote that does not end costs its own row, at the end of the input.

  $ printf 'a,b\n1,"x\n2,y\n' | weir-parse --format csv --rejects /dev/stdout
  weir-parse: stdin:2: warning: a cell is in quotes that do not end
  {"_raw":"1,\"x\n2,y","_file":"stdin","_offset":4,"stage":"weir-parse","reason":"bad-row","pattern":"csv"}
  weir-parse: warning: 1 of 3 lines not understood (bad-row 1)

Prose with commas is no table.

  $ printf 'Dear all, hello\nsee you, bye\n' | weir-parse
  weir-parse: stdin:1: warning: no known format matched ('weir formats' lists them; --pattern takes a regular expression)
  weir-parse: stdin:2: warning: no known format matched ('weir formats' lists them; --pattern takes a regular expression)
  weir-parse: warning: nothing was understood: --explain shows how far the formats came, --pattern takes a regular expression, --multiline joins the lines of an event
  weir-parse: warning: 2 of 2 lines not understood (no-match 2); --rejects FILE keeps them
