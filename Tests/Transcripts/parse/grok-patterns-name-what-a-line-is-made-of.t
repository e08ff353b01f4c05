`--grok` takes a regular expression in which `%{NAME:field:type}` stands for a pattern that has a name.

  $ cat >app.log <<END
  > 192.0.2.1 GET /a 0.250 [24/Nov/2026:10:00:00 +0100]
  > web-7 POST /b 1.50 [24/Nov/2026:10:00:01 +0100]
  > END
  $ weir-parse --grok '^%{IPORHOST:client} %{WORD:method} %{URIPATH:path} %{NUMBER:duration:float} \[%{HTTPDATE:time}\]$' app.log
  {"client":"192.0.2.1","method":"GET","path":"/a","duration":0.250,"time":"2026-11-24T09:00:00Z"}
  {"client":"web-7","method":"POST","path":"/b","duration":1.50,"time":"2026-11-24T09:00:01Z"}

Several are tried in turn. Without a field's name a pattern only matches.

  $ printf 'cache hit\ntook 7 ms\n' | weir-parse --grok 'took %{INT:took:int} %{WORD}' --grok '^cache %{WORD:cache}'
  {"cache":"hit"}
  {"took":7}

Fields named in ECS's manner get weir's names, or flat ones.

  $ echo '192.0.2.1 192.0.2.9 200' | weir-parse --grok '%{IP:[source][ip]} %{IP:[destination][ip]} %{INT:http.response.status_code:int}'
  {"client":"192.0.2.1","destination_ip":"192.0.2.9","status":200}

A field may stand in several alternatives.

  $ printf 'ok in 12 ms\nfailed after 7 ms\n' | weir-parse --grok 'ok in %{INT:ms:int}|failed after %{INT:ms:int}'
  {"ms":12}
  {"ms":7}

The names of whole log lines give the records that weir's own formats give.

  $ cat >access.log <<END
  > 192.0.2.10 - ann [24/Nov/2026:10:00:00 +0100] "GET /index.html?a=b HTTP/1.1" 200 1043 "-" "curl/8.5.0"
  > END
  $ weir-parse --grok '%{COMBINEDAPACHELOG}' access.log
  {"client":"192.0.2.10","user":"ann","time":"2026-11-24T09:00:00Z","method":"GET","path":"/index.html","query":"a=b","protocol":"HTTP/1.1","status":200,"bytes":1043,"agent":"curl/8.5.0"}
  $ weir-parse --format access access.log
  {"client":"192.0.2.10","user":"ann","time":"2026-11-24T09:00:00Z","method":"GET","path":"/index.html","query":"a=b","protocol":"HTTP/1.1","status":200,"bytes":1043,"agent":"curl/8.5.0"}
  $ echo 'Nov 24 10:00:00 web-1 sshd[812]: Accepted password for ann' | WEIR_NOW=2026-11-25T00:00:00Z weir-parse --grok '%{SYSLOGLINE}'
  {"time":"2026-11-24T10:00:00Z","host":"web-1","process":"sshd","pid":812,"message":"Accepted password for ann"}

A time that is written in none of the usual ways needs `--time-layout`.

  $ echo '24.11.2026 10:00:00 bye' | weir-parse --grok '(?<time>%{DATE_EU} %{TIME}) %{GREEDYDATA:message}' --time-layout '%d.%m.%Y %H:%M:%S'
  {"time":"2026-11-24T10:00:00Z","message":"bye"}
