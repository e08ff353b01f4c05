What comes from a log is text, wherever it stands: no markup, no control characters (FAILURES 48).

  $ printf '%s\n' '{"time":"2026-11-20T10:00:00Z","window":"1m","path":"<img src=x onerror=alert(1)>","count":2}' \
  >   '{"time":"2026-11-20T10:00:00Z","window":"1m","path":"\u001b]0;x\u0007|`b`[c](http://d)","count":1}' >metrics
  $ weir-report --title '<script>' <metrics >page; grep -c '<img\|<script' page
  0
  [1]
  $ grep -o '<title>[^ ]*</title>' page; grep -o '&lt;img[^"]*&gt;</span>' page | head -1
  <title>&lt;script&gt;</title>
  &lt;img src=x onerror=alert(1)&gt;</span>
  $ weir-report --as text <metrics | grep -a 'x'
    Requests  █  max 0.05/s
  <img src=x onerror=alert(1)>             2  ██████████
  \u{1b}]0;x\u{7}|`b`[c](http://d)         1  █████
  $ weir-report --as markdown <metrics | grep '| .*x'
  | &lt;img src\=x onerror\=alert\(1\)&gt; | 2 | 66.7 % |
  | \\u\{1b\}\]0;x\\u\{7\}\|\`b\`\[c\]\(http\:\/\/d\) | 1 | 33.3 % |

The page may load nothing and run nothing.

  $ grep -c "default-src 'none'" page; grep -ciE '<[a-z]+ [^>]*(src|href)="?http|@import|url\(http' page
  1
  0
  [1]

So it is with alerts, in a mail and in its subject, and in Markdown.

  $ printf '%s\n' '{"time":"2026-11-20T10:00:00Z","window":"1m","path":"<img src=x onerror=alert(1)>","count":2,"error_ratio":0.5,"duration_p95":1}' \
  >   '{"time":"2026-11-20T10:01:00Z","window":"1m","path":"<img src=x onerror=alert(1)>","count":2,"error_ratio":0.5,"duration_p95":1}' \
  >   '{"alert":"<img src=x onerror=alert(1)>","state":"firing","labels":{"path":"\u001b]0;x\u0007\u202e"},"value":1,"starts_at":"2026-11-20T10:00:00Z","ends_at":null,"fingerprint":"1"}' | weir-store add --origin web1 evil.db
  weir-store: warning: duration_p95 comes without a state, and quantiles cannot be merged to hours and days by themselves; weir-aggregate --partial writes states
  $ weir-report evil.db >page; grep -ciE '<img|<script|javascript:' page; grep -c "$(printf '\033')" page; grep -o '<title>&lt;img[^<]*</title>' page | head -1
  0
  0
  <title>&lt;img src=x onerror=alert(1)&gt; path=\u{1b}]0;x\u{7}\u{202e}</title>
  $ weir-report --as markdown evil.db | grep -c '<img'
  0
  [1]
  $ weir-report --as text evil.db | grep -c "$(printf '\033')"
  0
  [1]
  $ weir-report --as mail --title "$(printf 'a\r\nBcc: b@example.org\r\n\r\n<img>')" evil.db >mail; tr -d '\r' <mail | sed -n 1,3p
  Subject: =?utf-8?B?YVxyXG5CY2M6IGJAZXhhbXBsZS5vcmdcclxuXHJcbjxpbWc+?=
  MIME-Version: 1.0
  Content-Type: multipart/alternative; boundary="=_weir-report"
  $ tr -d '\r' <mail | awk '/^--=_/ { part++; body = 0 } body { print >("part" part) } /^$/ { body = 1 }'
  $ base64 -d part1 | grep -c "$(printf '\033')"; base64 -d part3 | grep -o '<img [a-z]*="[^"]*"'; base64 -d part3 | grep -ciE 'onerror=alert\(1\)>|<script|javascript:'
  0
  <img src="cid:chart1@weir-report"
  <img src="cid:chart2@weir-report"
  <img src="cid:chart3@weir-report"
  0
  [1]
  $ for part in part4 part5; do base64 -d $part | head -c 8 | od -An -c; done
   211   P   N   G  \r  \n 032  \n
   211   P   N   G  \r  \n 032  \n
