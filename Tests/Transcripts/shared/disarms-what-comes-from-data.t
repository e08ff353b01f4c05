Text from a log may be meant for the terminal, or for a spreadsheet. In a table the controls are shown, not obeyed.

  $ printf '{"a":"\\u001b]0;owned\\u0007 \\u009b31m \\u202e \\u007f \\n","b\\u001b[1m":"ok"}\n' >records
  $ weir-enrich --where true --output table --input records
  a                                                 b\u{1b}[1m
  \u{1b}]0;owned\u{7} \u{9b}31m \u{202e} \u{7f} \n  ok
  $ script -qec 'weir-enrich --where true --input records --color never' /dev/null | tr -d '\r'
  a=\u{1b}]0;owned\u{7} \u{9b}31m \u{202e} \u{7f} \n b\u{1b}[1m=ok

In messages, too: the names of files and the words of a command line come from somewhere.

  $ weir-enrich --where true --input "$(printf 'a\033[31mb')"
  weir-enrich: error: a\u{1b}[31mb: No such file or directory
  [66]
  $ weir-parse "$(printf 'x\nweir-parse: error: all is lost')"
  weir-parse: error: x\nweir-parse: error: all is lost: No such file or directory
  [66]

In CSV a text that a spreadsheet would take for a formula gets an apostrophe. Numbers are numbers.

  $ cat >sheet <<'EOF'
  > {"=1+1":"=cmd|calc","b":"+1","c":-1,"d":"-1","e":"@SUM(A1)","f":"a,\"b\"\nc","g":"\t=1"}
  > EOF
  $ weir-enrich --where true --output csv --input sheet
  '=1+1,b,c,d,e,f,g
  '=cmd|calc,'+1,-1,'-1,'@SUM(A1),"a,""b""
  c",'	=1
  $ weir-enrich --where true --output tsv --input sheet
  '=1+1	b	c	d	e	f	g
  '=cmd|calc	'+1	-1	'-1	'@SUM(A1)	a,"b"\nc	'\t=1

When the fields change, a new heading follows an empty line.

  $ printf '{"a":1}\n{"a":2,"b":3}\n' | weir-enrich --where true --output csv
  a
  1

  a,b
  2,3

To a terminal they are as harmless as a table.

  $ script -qec 'weir-enrich --keep a --output csv --input records' /dev/null | tr -d '\r' | od -An -c | grep -c 033
  0
  [1]
