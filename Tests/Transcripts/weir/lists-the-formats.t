`weir formats` lists what weir-parse knows: the name of each format, its other names, and what it is.

  $ weir formats | grep -o '^access, nginx, apache'
  access, nginx, apache
  $ weir formats | sed 's/[, ].*//' | grep -x -e access -e json -e logfmt -e syslog-rfc3164 -e syslog-rfc5424
  access
  json
  logfmt
  syslog-rfc3164
  syslog-rfc5424
