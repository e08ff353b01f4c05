On a terminal the open windows are drawn as they fill, and drawn again in their place. Here script(1) plays the terminal.

  $ event() { echo "{\"time\":\"2026-11-24T10:00:$1Z\"}"; }
  $ mkfifo records; script -qec 'weir-aggregate --every 1m --color never count <records' /dev/null >screen & exec 9>records
  $ event 10 >&9; n=0; until grep -qs '1m *1' screen || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done
  $ event 20 >&9; n=0; until grep -qs '1m *2' screen || [ $n -gt 200 ]; do n=$((n + 1)); sleep 0.025; done
  $ exec 9>&-; wait; tr -d '\r' <screen | tail -n 2
  \x1b[2A\x1b[Jtime                  window  count (esc)
  2026-11-24T10:00:00Z  1m          2
  $ tr -d '\r' <screen | grep -c -F "$(printf '\033[2A\033[J')" | grep -q -v '^0' && echo drawn in place
  drawn in place
