`--sample` keeps one of so many records, by their hashes: the same ones wherever and in whatever parts a log is read. Each says how
many it stands for.

  $ seq 1000 | jq -c '{n: ., user: ("u" + (. % 10 | tostring)), weight: null}' | jq -c 'del(.weight)' >records
  $ weir-enrich --sample 1/100 <records | head -3
  {"n":6,"user":"u6","weight":100}
  {"n":282,"user":"u2","weight":100}
  {"n":340,"user":"u0","weight":100}
  $ weir-enrich --sample 1/4 <records >whole
  $ (head -500 records | weir-enrich --sample 1/4; tail -500 records | weir-enrich --sample 1/4) | cmp - whole
  $ jq -s 'map(.weight) | add' whole
  956

`--by` takes all records of a user or none of them.

  $ weir-enrich --sample 1/2 --by user --ledger ledger <records | jq -r '"\(.user) \(.weight)"' | sort | uniq -c
      100 u2 2
      100 u5 2
      100 u6 2
  $ jq -c .dropped ledger
  {"sampled":700}

A sample of a sample has the weights of both.

  $ weir-enrich --sample 1/2 <whole | head -1
  {"n":1,"user":"u1","weight":8}

  $ weir-enrich --sample 5 <records
  weir-enrich: error: --sample: '5' is no share; write 1/100 for one of a hundred
  [64]
  $ weir-enrich --sample 2/1 <records
  weir-enrich: error: --sample: '2/1' is no share; write 1/100 for one of a hundred
  [64]
  $ weir-enrich --by user --drop n <records
  weir-enrich: error: --by goes with --sample or --throttle
  [64]
