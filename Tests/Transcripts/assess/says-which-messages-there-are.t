Messages are told by their templates: the most frequent, those of failures, and the rare ones.

  $ awk 'BEGIN { srand(3); for (i = 0; i < 3000; i++) { t = sprintf("2026-11-24T%02d:%02d:%02dZ", i / 3600, i / 60 % 60, i % 60);
  >   if (i == 1234) print t " ERROR disk sda failed: 12 sectors lost"; else if (i == 2345) print t " INFO mail to bob@example.org sent";
  >   else if (i == 2400) print t " INFO login with password=hunter2 accepted"; else if (i % 50 == 0) print t " WARN request " i " was slow: " i % 900 " ms";
  >   else print t " INFO request " i " done in " i % 90 " ms" } }' | sed 's/\(.*Z\) \([A-Z]*\) \(.*\)/{"time":"\1","level":"\2","message":"\3"}/' >app.log
  $ weir-assess --output table app.log | sed -n '/^MESSAGES/,/^$/p' | grep .
  MESSAGES
    5 templates; <*> is what varies
    top  2,938  info   request <*> done in <*> ms
    top  59     warn   request <*> was slow: <*> ms
    top  1      info   (not shown: it seems to have a secret in it)
    top  1      error  disk sda failed: <*> sectors lost
    top  1      info   mail to <email> sent
  $ weir-assess app.log | jq -c '.messages | .looked_at, .templates, .rare[]'
  3000
  5
  {"template":"disk sda failed: <*> sectors lost","count":1,"level":"error"}
  {"template":null,"count":1,"level":"info","is_hidden":true}
  {"template":"mail to <email> sent","count":1,"level":"info"}
