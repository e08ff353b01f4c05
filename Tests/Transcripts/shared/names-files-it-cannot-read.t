A file that is not there, or is a directory, is status 66. The other files are read.

  $ echo 'a 1' >one; echo 'a 2' >two; : >empty; mkdir dir
  $ weir-parse --pattern '(?<n>\d)' one missing two
  weir-parse: error: missing: No such file or directory
  {"n":"1"}
  {"n":"2"}
  [66]
  $ weir-parse --pattern '(?<n>\d)' dir
  weir-parse: error: dir: is a directory; name files in it, such as dir/*
  [66]
  $ weir-parse --pattern '(?<n>\d)' empty
  $ weir-enrich --set 'x = 1' --input missing
  weir-enrich: error: missing: No such file or directory
  [66]
  $ weir-aggregate count --input dir
  weir-aggregate: error: dir: is a directory; name files in it, such as dir/*
  [66]
  $ weir-alert --when 'a > 1' --input missing
  weir-alert: error: missing: No such file or directory
  [66]
  $ weir-parse missing
  weir-parse: error: missing: No such file or directory
  [66]
