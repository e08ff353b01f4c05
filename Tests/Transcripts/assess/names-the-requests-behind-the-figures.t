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

Each of these leads to a step, with who does it, how long it takes, and how one knows that it is done.

  $ cp access.log scanned.log; for p in wp-login.php .env administrator/; do
  >   echo "192.0.2.1 - - [20/Nov/2026:10:50:00 +0000] \"GET /$p HTTP/1.1\" 404 20"; done >>scanned.log
  $ weir-assess --as markdown scanned.log >report.md; sed -n '/^### What was found/,/^### What to do/p' report.md | sed '1d; $d; /^$/d'
  1. **Nothing says how long things take.** This log cannot show that the service answers slowly, and no limit can be set from it. Nor does it say which lines of all logs belong to one request or how busy the server is. → step 9
  2. **2 requests failed.** All of them for `/search`. → step 4
  3. **Links are broken.** `/old.pdf` was asked for 40 times (40 clients), and not found. → step 5
  4. **Personal data is in the log.** E-mail addresses and public IP addresses. The law asks what for, and for how long. → step 8
  5. **Too little to act on:** 3 requests are those of scanners, and none found anything. → step 6, if today's log shows more
  $ sed -n 's/^| \([0-9]\) | \*\*\(.*\)\*\* | \(.*\) | \(.*\) | .* |.*|$/\1. \2: \3: \4/p' report.md
  1. Install weir: operations: an hour if you got a package, else half a day
  2. Assess last week's log: operations: an hour if rotation keeps a week, else when it has gathered one
  3. Let a check from outside ask the service: the team on call: an hour
  4. Find out why `/search` fails: developers of the service: half a day if the application logs its errors, else a day
  5. Fix the broken links: developers of the service: an hour
  6. Block the scanners: operations, with security: half a day, if there are more today
  7. Watch what the log already tells: the team on call: an hour if there is a way to page somebody already, else half a day, and a look each morning for a week
  8. Decide on personal data: data protection, with the owner of the service: half a day if it fits into your records of processing, else a day
  9. Log durations, how busy the server is, request ids and the service: administrators of nginx or Apache httpd: an hour for the first server, minutes for each further one
  $ sed -n '/^### 6/,/^### 7/p' report.md | sed '$d; /^$/d; /^```/d'
  ### 6. Block the scanners
  *Operations, with security; half a day, if there are more today.* 3 requests are for paths that scanners ask every server for: `/.env` (1), `/administrator/` (1) and `/wp-login.php` (1). None of them found anything. Every server on the Internet gets so many. Leave it unless the first command shows thousands a day now, or the second shows any. Otherwise take what is not needed off the server, and put what is needed behind a login or a private network. Let fail2ban (its jails apache-botsearch and nginx-botsearch are made for this) or the firewall block the clients that send such requests.
  weir-parse --where 'path =~ "(?i)wp-login|/administrator|/[.]env"' LOG* | weir-aggregate --every 1d --by status count
  weir-parse --where 'status < 400 && path =~ "(?i)wp-login|/administrator|/[.]env"' --only time,path,status LOG*
  # the same without weir:
  zcat -f LOG* | awk 'tolower($7) ~ "wp-login|/administrator|/[.]env" {print substr($4, 2, 11), $9}' | sort | uniq -c
  zcat -f LOG* | awk '$9 ~ /^[123]/ && tolower($7) ~ "wp-login|/administrator|/[.]env" {print $4, $7, $9}'
  **Done when** the first command shows fewer than a thousand a day for the days since, and the second nothing.

The commands of these steps run as they stand.

  $ weir-parse --where 'status >= 500' --only time,method,path,status scanned.log
  {"time":"2026-11-20T10:20:03Z","method":"GET","path":"/search","status":503}
  {"time":"2026-11-20T10:40:03Z","method":"GET","path":"/search","status":503}
  $ weir-parse --where 'status < 400 && path =~ "(?i)wp-login|/administrator|/[.]env"' --only time,path,status scanned.log

Who has no weir yet gets the same of the combined format with what every machine has.

  $ zcat -f scanned.log* | awk '$9 ~ /^5[0-9][0-9]$/ {print $4, $6, $7, $9}'
  [20/Nov/2026:10:20:03 "GET /search?q=ada 503
  [20/Nov/2026:10:40:03 "GET /search?q=ada 503
  $ zcat -f scanned.log* | awk '$9 ~ /^4[0-9][0-9]$/ {print $7, $9}' | sort | uniq -c | sort -rn | head -n 1 | sed 's/^ *//'
  40 /old.pdf?who=bob@example.org 404
  $ zcat -f scanned.log* | awk 'tolower($7) ~ "wp-login|/administrator|/[.]env" {print $9}' | sort | uniq -c | sed 's/^ *//'
  3 404
  $ zcat -f scanned.log* | awk '$9 ~ /^[123]/ && tolower($7) ~ "wp-login|/administrator|/[.]env" {print $4, $7, $9}'

The steps that take stock, watch, copy and measure have such a twin as well, which runs as it stands.

  $ twin() { sed -n "/^### [0-9]*\. $1/,/^### /p" report.md | sed -n '/^# .*without weir/,/^```/p' | sed 's/NEW-LOG\*/new.json/g; s/LOG\*\|LOG LOG.1/scanned.log/g; s/LOG/scanned.log/g; /^```/d'; }
  $ twin 'Assess last' | sh; cat baseline.txt
  20/Nov/2026 123 2 43
  $ twin 'Watch what' | sed "s/^hour=.*/hour=20\/Nov\/2026:10/" | sh; twin 'Watch what' | sed "s/^hour=.*/hour=20\/Nov\/2026:11/" | sh
  20/Nov/2026:11 0 0
  $ twin 'Decide on' | sh; grep -c '@' copy.log; head -n 1 copy.log
  0
  192.0.2.0 - - [20/Nov/2026:10:10:01 +0000] "GET /users/ada HTTP/1.1" 200 10
  $ seq 1 20 | sed 's/.*/{"duration_us":&00,"request_id":"a&"}/' >new.json; twin 'Measure' | sh
  20 20 20
  1900

Of what is not there it is said who is sent there by which page, this site's or another, and whether one client alone asks for it.

  $ { for m in $(seq 10 29); do
  >   echo "192.0.2.$m - - [20/Nov/2026:10:$m:01 +0000] \"GET /a.css HTTP/1.1\" 200 10 \"https://www.example.org/blog/\" \"x\""
  >   echo "192.0.2.$m - - [20/Nov/2026:10:$m:02 +0000] \"GET /a.png HTTP/1.1\" 404 10 \"https://example.org/blog/?u=ada\" \"x\""
  >   echo "192.0.2.7 - - [20/Nov/2026:10:$m:03 +0000] \"GET /old.jar HTTP/1.1\" 404 10 \"-\" \"x\""
  >   [ $m -gt 15 ] || echo "192.0.2.$m - - [20/Nov/2026:10:$m:04 +0000] \"GET /talk HTTP/1.1\" 404 10 \"https://other.example/users/ada\" \"x\""
  > done; } >links.log
  $ weir-assess --as markdown links.log >links.md; grep -o 'Links are broken.*' links.md; grep -o 'The second command says.*' links.md
  Links are broken.** `/a.png` was asked for 20 times (all sent by `example.org/blog/`, a page of this site; 20 clients), `/old.jar` was asked for 20 times (none with a referrer; all by one client, so rather a program than a link) and `/talk` was asked for 6 times (all sent by `other.example/users/<…>`, another site; 6 clients), and not found. → step 4
  The second command says which pages lead there: correct those of this site first, for a redirect does not mend a picture that is gone. Nearly all requests for `/old.jar` are one client's: rather a program with an old address than a link. Look up whose it is, and tell them, or answer 410.
  $ grep '^# the same' -A3 links.md | sed -n 's/LOG\*/links.log/; /404/p' | sh | sed 's/^ *//'
  20 /old.jar "-"
  20 /a.png "https://example.org/blog/?u=ada"
  6 /talk "https://other.example/users/ada"
  $ grep -E '192\.0\.2|/ada|=ada' links.md
  [1]

The score says in its own sentence what it does not measure.

  $ grep -o 'On a scale[^;]*;' links.md
  On a scale that is the same for every log it has **60 of 100 points** (“measurable”). They rate what the log can tell, and not how well the service runs;

No client, person or query is in it.

  $ weir-assess --as markdown access.log | grep -cE '192\.0\.2|users/ada|who=|q=ada|bob@'
  0
  [1]

Where the file's name says which server wrote it, only that one's configuration is told, and how to get the other's.

  $ cp access.log nginx-access.log; weir-assess --as markdown nginx-access.log | grep -oE 'The name of the file says.*'
  The name of the file says nginx, so these are its changes. Apache httpd writes the same format; if that is what you run, `weir-assess --as markdown <LOG` does not see the name, and shows the changes for both.
  $ weir-assess --as markdown nginx-access.log | grep -cE 'LogFormat|mod_status'
  0
  [1]
  $ weir-assess --as markdown - <access.log | grep -cE 'LogFormat|log_format weir'
  2
