Records that say which file they are of have an event time for each: a file that is behind holds the windows open, and
nothing of it is late.

  $ record() { printf '{"time":"2024-01-01T00:0%s:00Z","_file":"%s"}\n' "$1" "$2"; }
  $ { record 0 a; record 0 b; record 5 a; record 1 b; record 9 a; record 2 b; } >both.ndjson
  $ weir-aggregate --every 5m count --input both.ndjson
  {"time":"2024-01-01T00:00:00Z","window":"5m","count":4,"_by":[]}
  {"time":"2024-01-01T00:05:00Z","window":"5m","count":2,"_by":[]}
