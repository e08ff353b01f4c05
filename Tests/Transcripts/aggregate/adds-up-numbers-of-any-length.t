A sum is exact, however far apart its terms are.

  $ printf '{"a":1e30}\n{"a":1e-10}\n' | weir-aggregate 'sum(a)'
  {"a_sum":1000000000000000000000000000000.0000000001,"_by":[]}
