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
