On a terminal, and with `--output table`, the outcome is a page: what was read, which signals the log has, what its fields are
good for, what should not be in it, and how far it is on the road.

  $ cd "$FIXTURES"; weir-assess --output table access-three-days.log
  access-three-days.log
    read     all of it: 18 lines, 2.74KiB
    verdict  access (certain), 100 % of the lines
    time     2026-11-19T22:10:01Z to 2026-11-21T05:30:10Z (1d7h), to the second
    order    in order
    a day    14 lines, 2.1KiB; as records 3.13KiB, as metrics of one minute at most 2.96KiB (9 series)

  SIGNALS
    latency     available  duration: seconds that each took
    traffic     available  time: each record is a request
    errors      available  status: responses with a status of 500 and more
    saturation  missing    nothing says how full queues, pools or memory are
                           Apache httpd: Let mod_status tell how many workers are busy
                           nginx: Log durations, ids and connections as JSON
    traces      missing    nothing ties together what one request did
                           Apache httpd: Log durations and ids as JSON
                           nginx: Log durations, ids and connections as JSON

  TO GET WHAT IS MISSING
    nginx: Log durations, ids and connections as JSON (saturation, traces)
      in /etc/nginx/nginx.conf, in http { … }:
        log_format weir escape=json '{"time":"$time_iso8601","service":"$host","client":"$remote_addr",'
          '"method":"$request_method","path":"$uri","query":"$args","protocol":"$server_protocol",'
          '"status":$status,"bytes":$body_bytes_sent,"duration":$request_time,'
          '"upstream_duration":"$upstream_response_time","connections":$connections_active,'
          '"request_id":"$request_id","traceparent":"$http_traceparent"}';
        access_log /var/log/nginx/access.json weir;
        proxy_set_header X-Request-ID $request_id;
      effort: an hour; nginx -t && nginx -s reload, no restart
      gives: duration and upstream_duration in seconds, request_id, the caller's traceparent, connections in use
    Apache httpd: Let mod_status tell how many workers are busy (saturation)
      in httpd.conf; and /etc/cron.d/apache-status:
        ExtendedStatus On
        <Location "/server-status">
          SetHandler server-status
          Require local
        </Location>
        # * * * * * root curl -s localhost/server-status?auto | logger -t apache-status
      effort: an hour
      gives: BusyWorkers and IdleWorkers each minute, in syslog
    Apache httpd: Log durations and ids as JSON (traces)
      in httpd.conf (Debian: /etc/apache2/apache2.conf):
        LoadModule unique_id_module modules/mod_unique_id.so
        LogFormat "{\"time\":\"%{%Y-%m-%dT%H:%M:%S}t.%{msec_frac}t%{%z}t\",\"service\":\"%v\",\"client\":\"%a\",\"method\":\"%m\",\"path\":\"%U\",\"query\":\"%q\",\"protocol\":\"%H\",\"status\":%>s,\"bytes\":%B,\"duration_us\":%D,\"request_id\":\"%{UNIQUE_ID}e\",\"traceparent\":\"%{traceparent}i\"}" weir
        CustomLog logs/access.json weir
      effort: an hour; apachectl configtest && apachectl graceful
      gives: %D as duration_us, in microseconds (weir-enrich --set 'duration = duration_us / 1000000'), request_id, the caller's traceparent

  FIELDS
    name      type     in      values  role       unit         series  examples
    client    string   100 %   10      client id                       (public IP addresses)
    time      string   100 %   17      time                            2026-11-19T22:10:01Z, 2026-11-19T23:59:59Z, 2026-11-20T00:00:00Z
    method    string   94.4 %  2       label                   3       GET, POST
    path      string   94.4 %  6       text                            /, /late, /products
    protocol  string   94.4 %  1       constant                        HTTP/1.1
    status    integer  100 %   5       text       HTTP status          200, 404, 502
    bytes     integer  100 %   10      measure    bytes                0 … 705 … 9120 … 9120
    agent     string   88.9 %  2       label                   3       Mozilla/5.0 (X11; Linux x86_64;…, curl/8.14.1
    duration  number   100 %   18      measure    s                    0 … 0.023 … 3.2 … 3.2
    query     string   11.1 %  2       text                            page=2, page=3
    referrer  string   27.8 %  2       label                   3       https://shop.example/, https://shop.example/cart
    request   string   5.6 %   1       text                            \x16\x03\x01\x02\x00\x01\x00

  SENSITIVE
    personal  public IP addresses  18 values  in client

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
