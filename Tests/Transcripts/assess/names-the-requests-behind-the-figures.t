The report says which requests fail and are refused, and what is asked for most: paths, and never a query, a client or a person.

  $ for m in $(seq 10 49); do
  >   echo "192.0.2.$m - - [20/Nov/2026:10:$m:01 +0000] \"GET /users/ada HTTP/1.1\" 200 10"
  >   echo "192.0.2.$m - - [20/Nov/2026:10:$m:02 +0000] \"GET /old.pdf?who=bob@example.org HTTP/1.1\" 404 20"
  >   echo "192.0.2.$m - - [20/Nov/2026:10:$m:03 +0000] \"GET /search?q=ada HTTP/1.1\" $((m % 20 == 0 ? 503 : 200)) 30"
  > done >access.log
  $ weir-assess --as markdown access.log | sed -n '/^\*\*Failed/,/^## Road/p'
  **Failed** (all):

  | time | method | path | status |
  |---|---|---|---|
  | 2026-11-20T10:20:03Z | GET | `/search` | 503 |
  | 2026-11-20T10:40:03Z | GET | `/search` | 503 |

  **Refused or not found most often**:

  | path | refused or not found | of requests | status |
  |---|---|---|---|
  | `/old.pdf` | 40 | 40 | 404 |

  **Asked for most**:

  | path | requests | share | bytes |
  |---|---|---|---|
  | `/old.pdf` | 40 | 33.3 % | 800B |
  | `/search` | 40 | 33.3 % | 1.17KiB |
  | `/users/<…>` | 40 | 33.3 % | 400B |

  ## Road map
  $ weir-assess --as markdown access.log | grep -cE '192\.0\.2|users/ada|who=|q=ada|bob@'
  0
  [1]

Where the file's name says which server wrote it, only that one's configuration is told, and how to get the other's.

  $ cp access.log nginx-access.log; weir-assess --as markdown nginx-access.log | grep -oE 'The file is called after.*' 
  The file is called after nginx; Apache httpd writes such logs, too. Its lines come when the log has no such name: `weir-assess --as markdown <LOG`.
  $ weir-assess --as markdown nginx-access.log | grep -cE 'LogFormat|mod_status'
  0
  [1]
  $ weir-assess --as markdown - <access.log | grep -cE 'LogFormat|log_format weir'
  2
