`--sample` keeps one of so many records, by their hashes: the same ones wherever and in whatever parts a log is read. Each says how
many it stands for.

  $ seq 1000 | jq -c '{n: ., user: ("u" + (. % 10 | tostring)), weight: null}' | jq -c 'del(.weight)' >records
  $ weir-enrich --sample 1/100 <records | head -3
  $ weir-enrich --sample 1/4 <records >whole
  $ (head -500 records | weir-enrich --sample 1/4; tail -500 records | weir-enrich --sample 1/4) | cmp - whole
  $ jq -s 'map(.weight) | add' whole

`--by` takes all records of a user or none of them.

  $ weir-enrich --sample 3/10 --by user --ledger ledger <records | jq -r '"\(.user) \(.weight)"' | sort | uniq -c
  $ jq -c .dropped ledger

A sample of a sample has the weights of both.

  $ weir-enrich --sample 1/2 <whole | head -1

  $ weir-enrich --sample 5 <records
  $ weir-enrich --sample 2/1 <records
  $ weir-enrich --by user --drop n <records
