Pairs with commas, semicolons or bars between them are told by what fits the whole line.

  $ weir-parse <<'EOF'
  > action=Accept|src=192.0.2.7|service=443|note=two words|
  > action=Drop|src=192.0.2.8|service=80|note="a | b"|
  > EOF
  {"action":"Accept","client":"192.0.2.7","service":443,"note":"two words"}
  {"action":"Drop","client":"192.0.2.8","service":80,"note":"a | b"}

A format of one's own has its own separators.

  $ mkdir formats
  $ cat >formats/door.json <<'EOF'
  > {"name": "door", "kind": "pairs", "delimiter": ";", "assignment": ":", "rename": {"who": "user"}}
  > EOF
  $ echo 'who: joe; door: 7; note: "late; very"' | weir-parse --formats formats --format door
  {"user":"joe","door":7,"note":"late; very"}
