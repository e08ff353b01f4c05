weir-parse reads a log of a known format and writes a record for each line. It finds out the format by itself.

  $ cat >access.log <<EOF
  > 192.0.2.10 - - [24/Nov/2026:10:00:00 +0100] "GET /index.html HTTP/1.1" 200 1043 "-" "curl/8.5.0"
  > 192.0.2.11 - ann [24/Nov/2026:10:00:20 +0100] "POST /login?next=%2F HTTP/1.1" 302 0 "https://example.com/" "Mozilla/5.0" 0.250
  > EOF
  $ weir-parse access.log
  {"client":"192.0.2.10","time":"2026-11-24T09:00:00Z","method":"GET","path":"/index.html","protocol":"HTTP/1.1","status":200,"bytes":1043,"agent":"curl/8.5.0"}
  {"client":"192.0.2.11","user":"ann","time":"2026-11-24T09:00:20Z","method":"POST","path":"/login","query":"next=%2F","protocol":"HTTP/1.1","status":302,"bytes":0,"referrer":"https://example.com/","agent":"Mozilla/5.0","duration":0.250}

`--format` names the format, by its name or an alias.

  $ weir-parse --format access access.log | head -n 1
  {"client":"192.0.2.10","time":"2026-11-24T09:00:00Z","method":"GET","path":"/index.html","protocol":"HTTP/1.1","status":200,"bytes":1043,"agent":"curl/8.5.0"}
  $ weir-parse --format nginx access.log | head -n 1
  {"client":"192.0.2.10","time":"2026-11-24T09:00:00Z","method":"GET","path":"/index.html","protocol":"HTTP/1.1","status":200,"bytes":1043,"agent":"curl/8.5.0"}

`--only` writes just the fields that are wanted, in the order of the log.

  $ weir-parse --format access --only status,time access.log
  {"time":"2026-11-24T09:00:00Z","status":200}
  {"time":"2026-11-24T09:00:20Z","status":302}

`--where` writes just the records that are wanted, and `--only` does not keep it from seeing the other fields.

  $ weir-parse --format access --where 'status == 302' --only user access.log
  {"user":"ann"}

Where a list of addresses stands in the place of the client, the first of them is it.

  $ printf '%s - - [30/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "UA"%s\n' '1.2.3.4, 5.6.7.8' '' '1.2.3.4, 5.6.7.8, 9.9.9.9' '' 1.2.3.4 ' "5.6.7.8" 0.012' | weir-parse --only client,forwarded_for,duration
  {"forwarded_for":"1.2.3.4, 5.6.7.8","client":"1.2.3.4"}
  {"forwarded_for":"1.2.3.4, 5.6.7.8, 9.9.9.9","client":"1.2.3.4"}
  {"client":"1.2.3.4","forwarded_for":"5.6.7.8","duration":0.012}
