`weir formats` lists what weir-parse knows: a line for each format, narrow enough for any terminal.

  $ weir formats | sed 's/ .*//' | grep -x -e access -e json -e logfmt -e syslog-rfc3164 -e syslog-rfc5424
  access
  json
  logfmt
  syslog-rfc3164
  syslog-rfc5424
  $ weir formats | grep '^access '
  access           Web access log: common, combined, vhost_combined
  $ weir formats | awk 'length > 80'

With a word, only those that have it in a name, title or description; other names count.

  $ weir formats rfc5424
  syslog-rfc5424  Syslog protocol (RFC 5424)
  $ weir formats VHOST
  access  Web access log: common, combined, vhost_combined
  $ weir formats klingon
  weir formats: no format has 'klingon' in its names, title or description
  [1]
