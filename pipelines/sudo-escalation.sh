#!/bin/sh
# Alerts on users who try to become somebody else, from what sudo writes to the log: refusals, shells, and a command that was run
# after a refusal.
#
# Usage: sudo-escalation.sh FILE       of the whole log; - is standard input
#        sudo-escalation.sh -f FILE    live: follow the log, through rotation too
#
# Set in the environment:
#   RULES   file of rules             (rules/sudo.yaml beside this script)
#   EVERY   width of the windows      (1m)
#   EXEC    program to run for each alert, which gets it as JSON on its standard input
#
# Example: journalctl -t sudo | sudo-escalation.sh -
set -eu
here=$(dirname "$0")
PATH=$PATH:$here/../bin:$here/../../../bin

usage() {
    echo "usage: ${0##*/} [-f] FILE" >&2
    exit 64
}

follow=
case ${1-} in
-f) follow=yes && shift ;;
-?*) usage ;;
esac
[ $# -eq 1 ] || usage
log=$1
[ "$log" = - ] || [ -r "$log" ] || { echo "${0##*/}: $log: cannot be read" >&2; exit 66; }

lines() {
    if [ -n "$follow" ]; then weir-tail -F "$log"; else cat -- "$log"; fi
}

# What sudo refuses has a reason, what it runs has none.
lines |
    weir-parse --format sudo,syslog --where 'user != null && command != null' |
    weir-aggregate --every "${EVERY-1m}" --by user \
        'sum(reason != null ? 1 : 0) as denied' 'sum(reason == null ? 1 : 0) as allowed' \
        'sum(reason == null && command =~ "/(ba|da|z|k|fi)?sh\b|/(su|vi|vim|nano|less)\b" ? 1 : 0) as shells' \
        'values(command, 5)' |
    weir-alert --rules "${RULES-$here/rules/sudo.yaml}" ${EXEC:+--exec "$EXEC"}
