Where the output is no terminal, each window is written as text when the next one begins.

  $ record() { printf '{"time":"2026-11-20T10:%02d:00Z","window":"1m","path":"%s","count":%d,"rate":%s,"error_ratio":%s,"duration_p95":%s,"_by":["path"]}\n' "$@"; }
  $ { record 0 /a 60 1 0 0.2; record 0 /b 6 0.1 0.5 1.5; record 1 /a 120 2 0 0.25; record 3 /a 30 0.5 0.1 0.1; record 3 /c 1 0.02 0 3; } >metrics
  $ weir-top <metrics
  2026-11-20T10:00:00Z + 1m   2 series
         rate▼  errors    p95
  total  1.1/s   4.55%      –  █
  /a       1/s      0%  200ms  █
  /b     0.1/s     50%   1.5s  █

  2026-11-20T10:01:00Z + 1m   2 series
         rate▼  errors    p95
  total    2/s      0%      –  ▅█
  /a       2/s      0%  250ms  ▄█
  /b         –       –      –  █

  2026-11-20T10:03:00Z + 1m   3 series
          rate▼  errors    p95
  total  0.52/s   9.62%      –  ▅█ ▃
  /a      0.5/s     10%  100ms  ▄█ ▂
  /c     0.02/s      0%     3s  █
  /b          –       –      –  █
  (esc)

Sorted by another metric, and only some.

  $ weir-top --sort duration_p95 --input metrics | tail -6
           rate  errors   p95▼
  total  0.52/s   9.62%      –  ▅█ ▃
  /c     0.02/s      0%     3s  █
  /a      0.5/s     10%  100ms  ▄█ ▂
  /b          –       –      –  █
  (esc)
  $ weir-top --filter /C <metrics | tail -3
  total  0.52/s   9.62%    –  ▅█ ▃
  /c     0.02/s      0%   3s  █
  (esc)

Names from logs do nothing to a terminal; what is no metric is told.

  $ printf '%s\n' '{"time":"2026-11-20T10:00:00Z","path":"\u001b]0;x\u0007","n":5}' '{"n":1}' '{"time":"2026-11-20T10:00:00Z","path":"/"}' | weir-top
  weir-top: stdin:2: warning: no 'time' that could tell the window
  weir-top: stdin:3: warning: no numbers in it
  2026-11-20T10:00:00Z   1 series
                   n▼
  total             –
  \u{1b}]0;x\u{7}   5  █

  weir-top: warning: 2 of 3 lines not understood (bad-time 1, bad-type 1); --rejects FILE keeps them

On a terminal the board has a screen of its own, and gives the terminal back as it was: also when it is told to stop.

  $ screen() { script -qec "stty rows 12 cols 60; stty -g >before; $1; stty -g >after" typescript <"$2" >/dev/null; cmp before after; }
  $ printf 'q' >quit; screen 'weir-top --input metrics' quit
  $ grep -c "$(printf '\033\\[?1049h')" typescript; grep -c "$(printf '\033\\[?1049l')" typescript
  1
  1
  $ tr -d '\r' <typescript | sed 's/.*1049l//' | grep -c '^/[abc]'
  2
  $ printf 's/c\nrjkq' >keys; screen 'weir-top --color never --input metrics' keys; grep -o "only '[^']*'" typescript | tail -1
  only 'c'
  $ : >nothing; screen '{ cat metrics; sleep 3; } | { timeout --foreground -s TERM 1 weir-top; }' nothing; grep -c "$(printf '\033\\[?1049l')" typescript
  1
