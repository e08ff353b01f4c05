A file that is not there does not cost the others. The status is 66 all the same.

  $ echo good >good.log
  $ weir-tail missing.log good.log
  weir-tail: error: missing.log: No such file or directory
  {"_raw":"good","_file":"good.log","_offset":0}
  [66]

Nor does a directory, or one that may not be read.

  $ mkdir logs
  $ weir-tail logs good.log
  weir-tail: error: logs: is a directory; name files in it, such as logs/*, or say which with --include
  {"_raw":"good","_file":"good.log","_offset":0}
  [66]

An empty file is no trouble at all.

  $ : >empty.log
  $ weir-tail --once empty.log
