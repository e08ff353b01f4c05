#!/bin/sh
# Alerts on clients that look for holes in a web server, from its access log: requests for what only scanners ask for, and walks
# through many paths that are not there.
#
# Usage: web-scan.sh FILE       of the whole log; - is standard input
#        web-scan.sh -f FILE    live: follow the log, through rotation too
#
# Set in the environment:
#   RULES   file of rules             (rules/web-scan.yaml beside this script)
#   EVERY   width of the windows      (1m)
#   EXEC    program to run for each alert, which gets it as JSON on its standard input
#
# Example: EXEC=./block-client web-scan.sh -f /var/log/nginx/access.log
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

probe='path =~ "(?i)(\.(php|env|git|aws|bak|sql)\b|/wp-|/cgi-bin/|etc/passwd|/actuator|/\.well-known/\.\.)"'

lines |
    weir-parse --format access --where 'client != null' |
    weir-aggregate --every "${EVERY-1m}" --by client \
        'sum(status in (400, 401, 403, 404) ? 1 : 0) as refused' 'distinct(path) as paths' \
        "sum($probe ? 1 : 0) as probes" "sum($probe && status < 300 ? 1 : 0) as served" 'values(path, 5)' |
    weir-alert --rules "${RULES-$here/rules/web-scan.yaml}" ${EXEC:+--exec "$EXEC"}
