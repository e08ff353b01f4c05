#!/bin/sh
# Alerts on clients that try to guess their way in: failed logins by client and minute, from sshd's log. Counted are refused
# passwords and keys, and connections that were given up before anybody had logged in.
#
# Usage: ssh-bruteforce.sh FILE       of the whole log; - is standard input
#        ssh-bruteforce.sh -f FILE    live: follow the log, through rotation too
#
# Set in the environment:
#   LIMIT   failures in a window that are too many     (10)
#   EVERY   width of the window                        (1m)
#   FOR     how long it must go on before it counts    (0s: at once)
#   RULES   file of rules to go by instead of LIMIT and FOR, such as rules/ssh.yaml beside this script
#   EXEC    program to run for each alert, which gets it as JSON on its standard input
#
# A line such as "message repeated 5 times" counts once: what syslog has summed up is not undone.
#
# Examples: LIMIT=5 ssh-bruteforce.sh -f /var/log/auth.log
#           journalctl -u ssh | ssh-bruteforce.sh -
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

# auth.log has lines of others too: syslog's format takes those.
lines() {
    if [ -n "$follow" ]; then weir-tail -F "$log"; else cat -- "$log"; fi
}

failed='outcome == "Failed" || message =~ "^Connection (closed|reset) by (invalid|authenticating) user "'
failed="($failed)"
success='outcome == "Accepted"'

lines |
    weir-parse --format sshd,syslog --where "client != null && ($failed || $success)" |
    weir-aggregate --every "${EVERY-1m}" --by client "sum($failed ? 1 : 0) as failures" \
        "sum($success ? 1 : 0) as logins" 'distinct(user) as users' |
    if [ -n "${RULES-}" ]; then
        weir-alert --rules "$RULES" ${EXEC:+--exec "$EXEC"}
    else
        weir-alert --name ssh-bruteforce --when "failures >= ${LIMIT-10}" --for "${FOR-0s}" ${EXEC:+--exec "$EXEC"}
    fi
