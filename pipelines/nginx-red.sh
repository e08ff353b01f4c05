#!/bin/sh
# Golden signals of a web server: rate, errors and duration, from an access log of nginx or Apache. Durations are there
# if the log has them: in nginx, put $request_time behind the combined format.
#
# Usage: nginx-red.sh FILE        of the whole log; - is standard input
#        nginx-red.sh -f FILE     live: follow the log, through rotation too, and report each window as it closes
#
# Set in the environment:
#   BY      fields to tell series by, separated by commas     (path)
#   EVERY   width of the windows                              (live: 1m; else none, one total)
#   WHERE   which requests count, as weir-expr(7) says it     (all of them)
#
# On a terminal the result is a table; in a pipe it is JSON, a record a line, for weir-alert or jq.
#
# Example: BY=path,status WHERE='path =~ "^/api/"' nginx-red.sh /var/log/nginx/access.log
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

every=${EVERY-${follow:+1m}}
red() {
    weir-aggregate ${every:+--every "$every"} --by "${BY-path}" red
}

if [ -n "$follow" ]; then
    weir-tail -F "$log" | weir-parse --format access ${WHERE:+--where "$WHERE"} | red
else
    weir-parse --format access ${WHERE:+--where "$WHERE"} "$log" | red
fi
