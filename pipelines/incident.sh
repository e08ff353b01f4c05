#!/bin/sh
# The last half hour of any log, on the terminal: how much, how many errors, how slow, minute by minute and by what; then the last
# complaints. For logs of web servers, JSON, logfmt, syslog: what weir-parse can read. Needs weir-report (make shore).
#
# Usage: incident.sh [-s DURATION] [-u TIME] FILE ...
#   -s   how far back                               (30m)
#   -u   up to when, as 2026-11-20T12:00:00Z         (now)
#
# Set in the environment:
#   BY         the field to tell series by           (path, service, process or host: the first that there is)
#   WEIR_NOW   what to take for now
#
# Example: incident.sh -s 2h /var/log/nginx/access.log /var/log/nginx/access.log.1
set -eu
here=$(dirname "$0")
PATH=$PATH:$here/../bin:$here/../../../bin

usage() { echo "usage: ${0##*/} [-s DURATION] [-u TIME] FILE ..." >&2; exit 64; }
span=30m until=${WEIR_NOW-$(date -u +%Y-%m-%dT%H:%M:%SZ)}
while getopts s:u: flag; do
    case $flag in
    s) span=$OPTARG ;;
    u) until=$OPTARG ;;
    *) usage ;;
    esac
done
shift $((OPTIND - 1))
[ $# -ge 1 ] || usage
command -v weir-report >/dev/null || {
    echo "${0##*/}: weir-report is not in PATH; 'make shore' in weir's sources builds it" >&2
    exit 78
}
case $span in
*h) seconds=$((${span%h} * 3600)) ;;
*m) seconds=$((${span%m} * 60)) ;;
*) usage ;;
esac
since=$(date -u -d "@$(($(date -u -d "$until" +%s) - seconds))" +%Y-%m-%dT%H:%M:%SZ)

records=$(mktemp)
trap 'rm -f "$records"' EXIT
weir-parse --where "time >= '$since' && time < '$until'" "$@" >"$records"
[ -s "$records" ] || { echo "nothing from $since to $until"; exit 0; }

has() { grep -q "\"$1\":" "$records"; }
by=${BY-}
for field in path service process host; do
    [ -n "$by" ] || { has "$field" && by=$field; } || :
done
has status && by=$by,status
has level && ! has status && by=$by,level

weir-aggregate --input "$records" --every 1m --lateness "$span" --by "${by#,}" --partial red |
    weir-report --as text --title "The last $span" --since "$since" --until "$until" --against none

bad='level in ("error", "fatal")'
has level || bad='status >= 500'
echo
echo 'The last complaints'
weir-enrich --input "$records" --where "$bad" --keep time,level,service,process,method,path,status,duration,message --output table |
    { IFS= read -r head || exit 0; echo "$head"; tail -n 10; }
