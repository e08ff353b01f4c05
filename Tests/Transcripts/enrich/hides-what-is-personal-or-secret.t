`--redact` hides what looks personal or secret, in every string of the record, also within objects and lists.

  $ cat >records <<'END'
  > {"client":"192.0.2.7","message":"mail from bob@example.org, card 4111 1111 1111 1111","n":4111111111111111}
  > {"user":{"name":"Bob","mail":["bob\u0040example.org"],"password":"x"},"status":200,"api_key":17}
  > {"message":"nothing here","took":1.50}
  > END
  $ weir-enrich --redact all --input records
  {"client":"[ip]","message":"mail from [email], card [card]","n":"[card]"}
  {"user":{"name":"Bob","mail":["[email]"],"password":"[password]"},"status":200,"api_key":"[password]"}
  {"message":"nothing here","took":1.50}
  $ weir-enrich --redact email,card --input records
  {"client":"192.0.2.7","message":"mail from [email], card [card]","n":"[card]"}
  {"user":{"name":"Bob","mail":["[email]"],"password":"x"},"status":200,"api_key":17}
  {"message":"nothing here","took":1.50}

Each kind may have a mode of its own: a network instead of an address, the field left out.

  $ weir-enrich --redact ip:truncate,email:drop,card --input records
  {"client":"192.0.2.0","n":"[card]"}
  {"status":200,"api_key":17}
  {"message":"nothing here","took":1.50}
  $ weir-enrich --redact email,ip --redact-mode drop --redact-fields message --input records
  {"client":"192.0.2.7","n":4111111111111111}
  {"user":{"name":"Bob","mail":["bob\u0040example.org"],"password":"x"},"status":200,"api_key":17}
  {"message":"nothing here","took":1.50}

Pseudonyms are the same for the same address, and need a key that nobody else can read.

  $ printf 'a key for tests of weir' >key; chmod 600 key
  $ printf '%s\n' '{"m":"Bob@example.org"}' '{"m":"<bob@example.org>"}' '{"m":"eve@example.org"}' |
  > weir-enrich --redact email --redact-mode hash --redact-key key
  {"m":"[email#a1ca685e8ca901b0]"}
  {"m":"<[email#a1ca685e8ca901b0]>"}
  {"m":"[email#59697a91102ce43c]"}
  $ chmod 644 key; weir-enrich --redact email:hash --redact-key key <records
  weir-enrich: error: --redact-key: others can read key; 'chmod 600 key' keeps the secret
  [78]
  $ weir-enrich --redact email:hash <records
  weir-enrich: error: --redact: pseudonyms need a secret key; give --redact-key FILE (head -c 32 /dev/urandom makes one)
  [64]

Patterns of one's own.

  $ echo '{"message":"order A-1234 for A-9"}' | weir-enrich --redact-pattern 'order=A-\d+'
  {"message":"order [order] for [order]"}

What a later step adds is looked through, too.

  $ echo '{"a":"bob","b":"example.org"}' | weir-enrich --redact email --set 'c = concat(a, "@", b)'
  {"a":"bob","b":"example.org","c":"[email]"}

The ledger has what was hidden, by kind.

  $ weir-enrich --redact all --ledger ledger --input records >out; grep -o '"redacted":{[^}]*}' ledger
  "redacted":{"card":2,"email":2,"ip":1,"password":2}

A record that cannot be looked through is dropped.

  $ { printf '{"m":"'; head -c 60000 /dev/zero | tr '\0' a; echo '!"}'; echo '{"m":"b"}'; } >long
  $ weir-enrich --redact-pattern 'x=(a+)+$' --ledger ledger2 --input long; grep -o '"dropped":{[^}]*}' ledger2
  weir-enrich: warning: long:1: a pattern of --redact-pattern gave up; the record is dropped
  weir-enrich: warning: 1 records dropped, because they could not be redacted
  {"m":"b"}
  "dropped":{"not-redacted":1}

What is not understood is said.

  $ weir-enrich --redact emial <records
  weir-enrich: error: --redact: 'emial' is no kind; did you mean 'email'?
  [64]
  $ weir-enrich --redact email:hide <records
  weir-enrich: error: --redact: 'hide' is no mode; there are mask, hash, drop, truncate
  [64]
  $ weir-enrich --redact-pattern 'x=(' <records
  weir-enrich: error: --redact-pattern: missing closing parenthesis
    (
     ^
  [64]
  $ weir-enrich --redact-mode hash <records
  weir-enrich: error: nothing to redact: give --redact or --redact-pattern
  [64]
