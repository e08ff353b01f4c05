An error in an expression is shown at its place, with what may have been meant. The status is 64.

  $ echo '{"a":1}' >records
  $ weir-enrich --set 'x' --input records
  weir-enrich: error: --set: = is missing; write name = expression
    x
     ^
  [64]
  $ weir-enrich --set 'a b = 1' --input records
  weir-enrich: error: --set: = is missing before 'b'; write name = expression
    a b = 1
      ^
  [64]
  $ weir-enrich --set 'x = a +' --input records
  weir-enrich: error: --set: something is missing at the end
    x = a +
           ^
  [64]
  $ weir-enrich --set 'x = lenght("a")' --input records
  weir-enrich: error: --set: unknown function 'lenght'; did you mean 'length'?
    x = lenght("a")
        ^^^^^^
  [64]
  $ weir-enrich --set 'x = tolower("A")' --input records
  weir-enrich: error: --set: unknown function 'tolower'; did you mean 'lower'?
    x = tolower("A")
        ^^^^^^^
  [64]
  $ weir-enrich --set 'x = round()' --input records
  weir-enrich: error: --set: round takes 1 or 2 arguments, here are 0; it is round(number, digits?)
    x = round()
        ^^^^^^^
  [64]
  $ weir-enrich --rename x --input records
  weir-enrich: error: --rename: 'x' is not new=old
  [64]
  $ weir-enrich --drop '' --input records
  weir-enrich: error: --drop: no field is named
  [64]
  $ weir-enrich --input records
  weir-enrich: error: nothing to do: give --set, --drop, --keep, --rename, another change or --where (weir-enrich --help)
  [64]
