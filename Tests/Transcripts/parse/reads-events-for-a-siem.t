CEF has spaces in its values, and backslashes before what would end them; LEEF's header may name the delimiter.

  $ cat >siem.log <<'EOF'
  > Sep 19 08:26:10 host CEF:0|Vendor|a \| b|1.0|100|worm stopped|10|src=10.0.0.1 msg=a \= b, two words spt=1232 path=C:\\x
  > LEEF:2.0|Lancope|StealthWatch|1.0|41|^|src=10.0.1.8^usrName=joe smith^note=a=b
  > LEEF:2.0|Lancope|StealthWatch|1.0|41|x2C|src=10.0.1.8,usrName=joe
  > EOF
  $ weir-parse --format cef,leef siem.log
  {"time":"2026-09-19T08:26:10Z","host":"host","vendor":"Vendor","product":"a | b","product_version":"1.0","event_id":"100","name":"worm stopped","severity":10,"level":"fatal","client":"10.0.0.1","message":"a = b, two words","spt":1232,"path":"C:\\x"}
  {"vendor":"Lancope","product":"StealthWatch","product_version":"1.0","event_id":"41","client":"10.0.1.8","user":"joe smith","note":"a=b"}
  {"vendor":"Lancope","product":"StealthWatch","product_version":"1.0","event_id":"41","client":"10.0.1.8","user":"joe"}
