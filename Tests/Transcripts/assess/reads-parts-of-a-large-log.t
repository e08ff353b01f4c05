A log that is larger than `--sample` is counted whole, and chunks that are spread evenly over it are looked at closely.

  $ awk 'BEGIN { for (i = 0; i < 40000; i++) printf "{\"time\":\"2026-11-24T%02d:%02d:%02dZ\",\"level\":\"%s\",\"id\":\"%08d\",\"message\":\"request done\"}\n", i / 3600, i / 60 % 60, i % 60, i % 100 ? "info" : "error", i }' >app.log
  $ weir-assess --sample 1MiB app.log | jq -c '[.is_whole, .bytes, .bytes_looked_at < 1500000, .lines, (.time | .first, .last)]'
  [true,3520400,true,40000,"2026-11-24T00:00:00Z","2026-11-24T11:06:39Z"]
  $ weir-assess --sample 1MiB app.log | jq -c '.fields[] | select(.name == "id" or .name == "level") | [.name, .is_estimate, .distinct > 39500, .distinct < 40500]'
  ["level",null,false,true]
  ["id",null,true,true]

Beyond 32 times the sample, as much is counted as that, and what is said of the whole is an estimate.

  $ weir-assess --sample 64KiB app.log | jq -c '[.is_whole, .bytes, .bytes_read < 2200000, .lines > 39900, .lines < 40100, (.time | .first, .last)]'
  [false,3520400,true,true,true,"2026-11-24T00:00:00Z","2026-11-24T11:06:39Z"]
  $ weir-assess --sample 64KiB app.log | jq -c '.fields[] | select(.name == "id" or .name == "level") | [.name, .is_estimate, .distinct > 38000, .distinct < 42000]'
  ["level",null,false,true]
  ["id",true,true,true]

A stream is read to its end and counted whole; it is sampled as evenly.

  $ weir-assess --sample 1MiB <app.log | jq -c '[.assessment, .is_whole, .bytes, .bytes_looked_at < 1500000, .lines, (.time | .first, .last)]'
  ["standard input",true,3520400,true,40000,"2026-11-24T00:00:00Z","2026-11-24T11:06:39Z"]
  $ gzip app.log; weir-assess app.log.gz | jq -c '[.is_whole, .bytes, .lines, .format]'
  [true,3520400,40000,"json"]
