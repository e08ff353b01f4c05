`--lookup` adds the columns of a table, from the row in which `--on` finds a field's value. Of rows with the same key the first counts.

  $ cat >owners.csv <<'END'
  > service,owner,"on call",tier
  > shop,"Team ""A"", Berlin",+49,1
  > mail,Team B,,02
  > shop,nobody,,9
  > END
  $ printf '%s\n' '{"service":"shop","status":200}' '{"service":"mail","tier":7}' '{"service":"other"}' '{"status":1}' >records
  $ weir-enrich --lookup owners.csv --on service=service --input records
  {"service":"shop","status":200,"owner":"Team \"A\", Berlin","on call":"+49","tier":1}
  {"service":"mail","tier":"02","owner":"Team B"}
  {"service":"other"}
  {"status":1}

A column with networks is looked in by address: the longest network that has it counts.

  $ printf '%s\n' net,zone 10.0.0.0/8,office 10.1.0.0/16,lab 10.1.2.3,printer 2001:db8::/32,v6 >nets.csv
  $ printf '{"client":"%s"}\n' 10.9.9.9 10.1.9.9 10.1.2.3 2001:db8::5 192.0.2.1 | weir-enrich --lookup nets.csv --on client=net
  {"client":"10.9.9.9","zone":"office"}
  {"client":"10.1.9.9","zone":"lab"}
  {"client":"10.1.2.3","zone":"printer"}
  {"client":"2001:db8::5","zone":"v6"}
  {"client":"192.0.2.1"}

Two columns are a range, both ends included; with `~` the column has patterns, of which the first that matches counts.

  $ printf '%s\n' from,to,class 200,299,good 400,499,theirs 500,599,ours >classes.csv
  $ printf '{"status":%s}\n' 200 299 300 404.5 599 null | weir-enrich --lookup classes.csv --on status=from..to
  {"status":200,"class":"good"}
  {"status":299,"class":"good"}
  {"status":300}
  {"status":404.5,"class":"theirs"}
  {"status":599,"class":"ours"}
  {"status":null}
  $ echo '[{"re":"^/api/","part":"api","v":1.50},{"re":"[.]png$","part":"image","tags":["a"]}]' >parts.json
  $ printf '{"path":"%s"}\n' /api/x.png /y.png /z | weir-enrich --lookup parts.json --on path~re
  {"path":"/api/x.png","part":"api","v":1.50}
  {"path":"/y.png","part":"image","tags":["a"]}
  {"path":"/z"}

Several are done in their order, each with its own `--on`.

  $ echo '{"service":"shop","client":"10.1.1.1"}' |
  > weir-enrich --lookup owners.csv --on service=service --lookup nets.csv --on client=net --keep owner,zone
  {"owner":"Team \"A\", Berlin","zone":"lab"}

A table that changes is read again, as a whole; one that cannot be read does not take the place of the good one.

  $ mkfifo in; cp nets.csv live.csv
  $ weir-enrich --lookup live.csv --on client=net <in >out 2>err & exec 3>in
  $ echo '{"client":"10.9.9.9"}' >&3; until grep -qs office out; do sleep 0.1; done
  $ printf '%s\n' net,zone 10.0.0.0/8 >new; mv new live.csv; until grep -qs stays err; do sleep 0.1; done
  $ printf '%s\n' net,zone 10.0.0.0/8,home >new; mv new live.csv; until grep -qs again err; do sleep 0.1; done
  $ echo '{"client":"10.9.9.9"}' >&3; exec 3>&-; wait; cat out err
  {"client":"10.9.9.9","zone":"office"}
  {"client":"10.9.9.9","zone":"home"}
  weir-enrich: live.csv:2: error: 1 cells, and the header has 2
  weir-enrich: warning: --lookup live.csv: the table before stays in use
  weir-enrich: --lookup live.csv: has changed and was read again

What is wrong with a table is said with its place.

  $ weir-enrich --lookup owners.csv --on service=servise <records
  weir-enrich: error: --lookup owners.csv: has no column 'servise'; did you mean 'service'?
  [78]
  $ printf '%s\n' a,b 1 >short.csv; weir-enrich --lookup short.csv --on x=a <records
  weir-enrich: short.csv:2: error: 1 cells, and the header has 2
  [78]
  $ printf 'a,b\n"1' >open.csv; weir-enrich --lookup open.csv --on x=a <records
  weir-enrich: open.csv:2: error: the quotes of a cell are not closed
  [78]
  $ printf '%s\n' from,to,c 1,5,x 4,6,y >overlap.csv; weir-enrich --lookup overlap.csv --on x=from..to <records
  weir-enrich: error: --lookup overlap.csv: rows 1 and 2 overlap
  [78]
  $ echo '[{"re":"("}]' >bad.json; weir-enrich --lookup bad.json --on x~re <records
  weir-enrich: error: --lookup bad.json: row 1: missing closing parenthesis
    (
     ^
  [78]
  $ echo '[1]' >list.json; weir-enrich --lookup list.json --on x=a <records
  weir-enrich: error: --lookup list.json: a list of objects is wanted, and nothing else in it
  [78]
  $ weir-enrich --lookup owners.csv <records
  weir-enrich: error: each --lookup FILE needs one --on FIELD=COLUMN, and each --on a --lookup
  [64]
  $ weir-enrich --lookup nowhere.csv --on a=b <records
  weir-enrich: error: --lookup nowhere.csv: No such file or directory
  [66]
  $ weir-enrich --lookup records --on a=b <records
  weir-enrich: error: --lookup records: is to end in .csv, .tsv, .json or .ndjson, which says how it is read
  [64]
  $ printf '%s\n' a,_raw 1,2 >reserved.csv; weir-enrich --lookup reserved.csv --on a=a <records
  weir-enrich: error: --lookup reserved.csv: '_raw' is a key that weir keeps for itself (weir-record(5)); take another name
  [64]
