A rule's pattern that tries everything on some text is given up there. The record counts as one for which the condition does not hold, it is said how often that was, and the next record is looked at.

  $ evil() { printf '{"time":"2026-11-24T10:%02d:00Z","window":"1m","path":"%s!","_by":[]}\n' "$1" "$(head -c 50000 /dev/zero | tr '\0' a)"; }
  $ good() { printf '{"time":"2026-11-24T10:%02d:00Z","window":"1m","path":"aaa","_by":[]}\n' "$1"; }
  $ { evil 0; good 1; evil 2; good 3; } >records
  $ weir-alert --name As --when 'path =~ "(a+)+$"' --input records | jq -c '[.time, .state]'
  weir-alert: warning: path =~ "(a+)+$": 2 matches took too many steps and count as none
  ["2026-11-24T10:01:00Z","firing"]
  ["2026-11-24T10:02:00Z","resolved"]
  ["2026-11-24T10:03:00Z","firing"]
  $ printf 'groups:\n- name: web\n  rules:\n  - {alert: As, expr: path =~ "(a+)+$"}\n' >rules.yaml
  $ weir-alert --rules rules.yaml --input records | jq -c '[.time, .state]'
  weir-alert: warning: path =~ "(a+)+$": 2 matches took too many steps and count as none
  ["2026-11-24T10:01:00Z","firing"]
  ["2026-11-24T10:02:00Z","resolved"]
  ["2026-11-24T10:03:00Z","firing"]

A machine stack that is exhausted is counted in the same way, and nothing crashes.

  $ ab() { printf '{"time":"2026-11-24T10:%02d:00Z","window":"1m","path":"%s","_by":[]}\n' "$1" "$(seq "$2" | tr -d '\n' | tr 0-9 abababab)"; }
  $ { ab 0 2000; ab 1 5; } | weir-alert --name AsAndBs --when 'path =~ "^((((((((((a|b)))))))))|c)*$"' | jq -c '[.time, .state]'
  weir-alert: warning: path =~ "^((((((((((a|b)))))))))|c)*$": 1 matches took too many steps and count as none
  ["2026-11-24T10:01:00Z","firing"]
