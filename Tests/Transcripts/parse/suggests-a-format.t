A format that does not exist is a usage error, with what may have been meant.

  $ weir-parse --format acess access.log
  weir-parse: error: --format: there is no format 'acess'; did you mean 'access'?
  [64]
  $ weir-parse --format klingon access.log
  weir-parse: error: --format: there is no format 'klingon'; 'weir formats' lists them
  [64]

A file that is not there is another matter, with another status.

  $ weir-parse --format access access.log
  weir-parse: error: access.log: No such file or directory
  [66]
