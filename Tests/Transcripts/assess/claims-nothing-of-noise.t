A log of noise, an empty one and one that is no text get a clear verdict, and nothing is claimed of them.

  $ awk 'BEGIN { srand(1); for (i = 0; i < 500; i++) { s = ""; for (j = 0; j < 40; j++) s = s sprintf("%c", 97 + int(rand() * 26)); print s } }' >noise
  $ : >empty
  $ printf 'PK\003\004\000\000\000\000\000\001\002\000\000\000' >binary
  $ for log in noise empty binary; do weir-assess --output table $log || echo "status $?"; done
  noise
    read     all of it: 500 lines, 20KiB
    verdict  not understood: 0 % of the lines are in a format that weir knows or can infer; no signal is claimed
  empty
    read     all of it: 0 lines, 0B
    verdict  empty: there is nothing to say
  binary
    read     all of it: 1 line, 14B
    verdict  no text: this is not a log of lines (weir reads gzip, zstd, xz and bzip2 by itself)
  $ weir-assess noise | jq -c '[.verdict, .score, .format, (.signals | map_values(.state) | to_entries | map(.value) | unique)]'
  ["not-understood",0,null,["missing"]]

`--strict` makes a status of it.

  $ weir-assess --strict noise >/dev/null
  [65]

A file that is not there costs only itself.

  $ printf '{"time":"2026-11-24T10:00:00Z","level":"info","message":"up"}\n' >app
  $ weir-assess nowhere app | jq -c '[.verdict, .format]'
  weir-assess: error: nowhere: No such file or directory
  ["understood","json"]
