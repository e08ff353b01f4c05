On a terminal, and with `--output table`, the outcome is a page: what was read, which signals the log has, what its fields are
good for, what should not be in it, and how far it is on the road.

  $ cd "$FIXTURES"; weir-assess --output table access-three-days.log
  access-three-days.log
    read     all of it: 18 lines, 2.74KiB
    verdict  access (certain), 100 % of the lines
    time     2026-11-19T22:10:01Z to 2026-11-21T05:30:10Z (1d7h), to the second
    order    in order
    a day    14 lines, 2.1KiB; as records 3.13KiB, as metrics of 5m by method and agent about 2.3KiB (1.2 of 9 series a window)

  SIGNALS
    latency     available  duration: seconds that each took
    traffic     available  time: each record is a request
    errors      available  status: responses with a status of 500 and more
    saturation  missing    nothing says how full queues, pools or memory are
                           Apache httpd: Let mod_status tell how many workers are busy
                           Apache httpd: Write a line each minute with how many workers are busy
                           nginx: Log durations, ids and connections as JSON
    traces      missing    nothing ties together what one request did
                           Apache httpd: Log durations and ids as JSON
                           nginx: Log durations, ids and connections as JSON

  TO GET WHAT IS MISSING
    nginx: Log durations, ids and connections as JSON (saturation, traces)
      in /etc/nginx/nginx.conf, in http { … }:
        # $request_id is a new id for each request, whatever the client sends. Where only a proxy of your own can reach nginx, keep the
        # proxy's id: add this line without its #, and write $weir_request_id for $request_id below.
        # map $http_x_request_id $weir_request_id { default $http_x_request_id; '' $request_id; }
        log_format weir escape=json
          '{"time":$msec,"service":"$host","client":"$remote_addr","user":"$remote_user",'
          '"method":"$request_method","path":"$uri","query":"$args","protocol":"$server_protocol",'
          '"status":$status,"bytes":$body_bytes_sent,"referrer":"$http_referer","agent":"$http_user_agent",'
          '"duration":$request_time,"upstream_duration":"$upstream_response_time",'
          '"connections":$connections_active,"connections_max":1024,'
          '"request_id":"$request_id","traceparent":"$http_traceparent"}';
        # For 1024 write worker_processes times worker_connections of this server.
        access_log /var/log/nginx/access.json weir;
        # Again in each location that has a proxy_set_header of its own, for it inherits none then.
        proxy_set_header X-Request-ID $request_id;
      effort: an hour for the first server, minutes for each further one; nginx -t && nginx -s reload, no restart
      gives: all that the combined log has, the time to the millisecond ($msec, seconds since 1970), duration and upstream_duration in seconds, connections beside their limit, and a request_id that the application behind gets as X-Request-ID. traceparent is what the caller sent, and is handed on as it came: nginx begins no trace of its own. A server or location with an access_log of its own needs the new line too
    Apache httpd: Let mod_status tell how many workers are busy (saturation)
      in httpd.conf (Debian: a2enmod status has done it):
        ExtendedStatus On
        <Location "/server-status">
          SetHandler server-status
          Require local
        </Location>
      effort: minutes; apachectl configtest && apachectl graceful
      gives: a page for this machine alone, which the next change makes a log of
    Apache httpd: Write a line each minute with how many workers are busy (saturation)
      in /etc/cron.d/apache-workers, all in one line:
        * * * * * root curl -s -m 5 -w '\nHTTP: \%{http_code}\n' 'http://localhost/server-status?auto' | awk -F': ' -v t="$(date -u +\%FT\%TZ)" '/^BusyWorkers/ {b = $2} /^Scoreboard/ {n = length($2)} /^HTTP: / {c = $2 + 0} END {if (b != "" && n) print "{\"time\":\"" t "\",\"message\":\"workers\",\"workers_busy\":" b + 0 ",\"workers_max\":" n ",\"saturation\":" b / n "}"; else print "{\"time\":\"" t "\",\"level\":\"error\",\"message\":\"" (c ? "no status page" : "no answer") "\",\"answer\":" c + 0 "}"}' >>/var/log/apache2/workers.json
      effort: minutes; cron reads it by itself
      gives: workers_busy beside workers_max (the slots of the scoreboard: MaxRequestWorkers, where no more are kept in reserve), and saturation, 0 to 1, in a log of its own. A saturation is written only when the page has told of BusyWorkers. Else the line says what came: no answer within 5 seconds, as of a server that is full, or, with its status in answer, no status page: 301 where port 80 redirects, 403 or 404 where another VirtualHost answers. Then run the curl by hand, and put an address into the line at which it prints BusyWorkers, such as a VirtualHost for localhost alone. The alert fires when no line of five minutes shows a fifth of the workers free: when they are busy, when the page does not come, and when lines are missing
    Apache httpd: Log durations and ids as JSON (traces)
      in httpd.conf (Debian: /etc/apache2/apache2.conf):
        # Debian: a2enmod unique_id headers, in place of the two LoadModule lines.
        LoadModule unique_id_module modules/mod_unique_id.so
        LoadModule headers_module modules/mod_headers.so
        # A new id for each request, whatever the client sends. Where only a proxy of your own can reach httpd, write setifempty in
        # place of set: that keeps the id which the proxy has given.
        RequestHeader set X-Request-ID "%{UNIQUE_ID}e"
        LogFormat "{\"time\":\"%{%Y-%m-%dT%H:%M:%S}t.%{msec_frac}t%{%z}t\",\"service\":\"%v\",\"client\":\"%a\",\"user\":\"%u\",\"method\":\"%m\",\"path\":\"%U\",\"query\":\"%q\",\"protocol\":\"%H\",\"status\":%>s,\"bytes\":%B,\"referrer\":\"%{Referer}i\",\"agent\":\"%{User-Agent}i\",\"duration_us\":%D,\"request_id\":\"%{X-Request-ID}i\",\"traceparent\":\"%{traceparent}i\"}" weir
        # Red Hat: /var/log/httpd/access.json
        CustomLog /var/log/apache2/access.json weir
      effort: an hour for the first server, minutes for each further one; apachectl configtest && apachectl graceful
      gives: all that the combined log has, the time to the millisecond, %D as duration_us (microseconds), and a request_id that the application behind gets as X-Request-ID. A request that httpd refuses by itself (400, 403) may have none. traceparent is what the caller sent, and is handed on as it came: httpd begins no trace of its own. A VirtualHost with a CustomLog of its own needs the new line too. Bytes that are no text are written as \xHH, which is no JSON: weir-parse counts such lines as rejected, and --rejects keeps them

  FIELDS
    name      type     in      values  role       unit         series  examples
    client    string   100 %   10      client id                       (public IP addresses)
    time      string   100 %   17      time                            2026-11-19T22:10:01Z, 2026-11-19T23:59:59Z, 2026-11-20T00:00:00Z
    method    string   94.4 %  2       label                   3       GET, POST
    path      string   94.4 %  6       text                            /, /late, /products
    protocol  string   94.4 %  1       constant                        HTTP/1.1
    status    integer  100 %   5       text       HTTP status          200, 404, 502
    bytes     integer  100 %   10      measure    bytes                0 … 705 … 9120 … 9120
    agent     string   88.9 %  2       label                   3       Mozilla/5.0 (X1…01 Firefox/145.0, curl/8.14.1
    duration  number   100 %   18      measure    s                    0 … 0.023 … 3.2 … 3.2
    query     string   11.1 %  2       text                            (not shown)
    referrer  string   27.8 %  2       label                   3       https://shop.example/, https://shop.example/cart
    request   string   5.6 %   1       text                            \x16\x03\x01\x02\x00\x01\x00

  SENSITIVE
    personal  public IP addresses  18 occurrences  in client

  ALERTS TO BEGIN WITH
    alert         when                      usual here                                  fired here
    slow          duration_p95 > 3.3        3.2s is the 95th percentile, 3.2s the 99th  not tested: durations are not counted by window
    errors        errors > 5                2 of 18 (11.1 %), 2 in 5m at most           never
    much traffic  count > 10                1 in the median, 4 in the busiest           never
    silence       nothing comes for 18h20m  no line for 9h10m at most                   never

  MATURITY: 75 of 100, measurable
    parsed      20 of 20  100 % of the lines are understood
    dated       13 of 15  100 % of the records have a time; to the second only
    levelled    10 of 10  100 % of the records have a status
    identified  10 of 15  has client, labels (method, agent, referrer); lacks service or host
    measured    15 of 15  durations in duration; measures bytes
    traceable   0 of 15   no identifier of a trace or a request
    safe        7 of 10   personal data: public IP addresses

In a pipe it is one record.

  $ weir-assess sshd-bruteforce.log | jq -c '[.verdict, .format, (.signals | map_values(.state))]'
  ["understood","syslog-rfc3164",{"latency":"missing","traffic":"derivable","errors":"derivable","saturation":"missing","traces":"missing"}]

An expression that is proposed can be run as it stands.

  $ weir-assess sshd-bruteforce.log | jq -r '.signals.errors.set'
  --set 'failed = process =~ "^sshd" && message =~ "^(?:Failed|error:|fatal:) ?|authentication failure"'
  $ weir-parse sshd-bruteforce.log | weir-enrich --set 'failed = process =~ "^sshd" && message =~ "^(?:Failed|error:|fatal:) ?|authentication failure"' | weir-aggregate 'ratio(failed) as failed_ratio'
  {"failed_ratio":0.19913419913419914,"_by":[]}

It is no table, though.

  $ weir-assess --output csv sshd-bruteforce.log
  weir-assess: error: --output csv: an assessment is no table; json or table
  [64]

One line is one line, and one message one message.

  $ cd "$HOME"; echo '{"time":"2026-11-20T10:00:00Z","level":"error","message":"no disk","email":"ada@example.org"}' >one.json
  $ weir-assess --output table one.json | grep -oE '(read|personal) {2,}.*|.* <\*> is what varies'
  read     all of it: 1 line, 94B
    1 template; <*> is what varies
  personal  e-mail addresses  1 occurrence  in email
  $ weir-assess --as markdown one.json >one.md; grep -oE 'The log has 1 [^.]*|1 time `.*`|Looking at 1 message.* varies' one.md
  The log has 1 line; 1 tells of an error (100 %)
  1 time `no disk`
  Looking at 1 message, weir found 1 pattern, in which `<*>` stands for what varies
  $ { weir-assess --output table one.json; cat one.md; weir-assess --pipeline one.json; } | grep -E '(^|[^0-9.,])1 (lines|requests|times|messages|patterns|templates|windows|records|occurrences|values|points)'
  [1]
