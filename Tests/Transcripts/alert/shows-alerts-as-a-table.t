On a terminal alerts are a table. Controls in their labels do it no harm.

  $ cat >metrics <<EOF
  > {"time":"2026-11-24T10:00:00Z","path":"/\u001b]0;owned\u0007\u202e","count":9,"_by":["path"]}
  > EOF

  $ weir-alert --when 'count > 5' --output table --input metrics
  time                  alert      state   labels                                  value  starts_at             ends_at  fingerprint
  2026-11-24T10:00:00Z  count > 5  firing  {"path":"/\u001b]0;owned\u0007\u202e"}      9  2026-11-24T10:00:00Z        -  dd11c5af8f507f74
