#!/bin/sh
# Yesterday's web traffic as plain text, for a mail each morning: the total, hour by hour, by status, and the paths asked for
# most. Reads access logs of nginx and Apache. Give yesterday's log and today's: the day is cut out by the times in them.
#
# Usage: access-report.sh [-d DAY] FILE ...
#
#   -d DAY   the day to report, as 2026-11-20, instead of yesterday; days are in UTC
#   FILE     access logs, oldest first; - is standard input
#
# Set in the environment:
#   TOP        how many paths to show      (10)
#   WEIR_NOW   what to take for now, as 2026-11-21T06:00:00Z, when a missed report is made up for
#
# Example, for crontab(5):
#   0 6 * * * /usr/local/share/weir/pipelines/access-report.sh /var/log/nginx/access.log.1 /var/log/nginx/access.log | mail -s 'web traffic' ops
set -eu
here=$(dirname "$0")
PATH=$PATH:$here/../bin:$here/../../../bin

usage() {
    echo "usage: ${0##*/} [-d DAY] FILE ..." >&2
    exit 64
}

# The day before a day, or before today. Plain seconds: every date(1) on Linux can do that.
day_before() {
    date -u -d "@$(($(date -u ${1:+-d "$1"} +%s) - 86400))" +%Y-%m-%d
}

day=
while getopts d: flag; do
    case $flag in
    d) day=$OPTARG ;;
    *) usage ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || usage
now=${WEIR_NOW-}
[ -n "$day" ] || day=$(day_before "${now%%T*}")
case $day in
[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]) ;;
*) usage ;;
esac
for log; do
    [ "$log" = - ] || [ -r "$log" ] || { echo "${0##*/}: $log: cannot be read" >&2; exit 66; }
done

# The log is read once, and only what the tables need is kept.
records=$(mktemp)
trap 'rm -f "$records"' EXIT
weir-parse --format access --where "starts_with(time, \"$day\")" "$@" |
    weir-enrich --keep time,path,status,bytes,duration >"$records"

# Not every log has durations.
p50=
p95=
if grep -q '"duration":' "$records"; then
    p50='p50(duration) as p50'
    p95='p95(duration) as p95'
fi

title() { printf '\n%s\n\n' "$1"; }

aggregate() { weir-aggregate --input "$records" "$@"; }

# Rows of a table under their heading, those with the largest number in the given column first.
largest_first() {
    IFS= read -r heading || return 0
    printf '%s\n' "$heading"
    sort -k "$1,$1nr" -k 1,1 | head -n "$2"
}

echo "Web traffic of $day (UTC)"
[ -s "$records" ] || { echo && echo 'No requests.' && exit; }

title 'In all'
aggregate --output table 'count as requests' 'sum(bytes) as bytes' 'ratio(status >= 500) as failed' \
    'ratio(status >= 400 && status < 500) as refused' ${p50:+"$p50" "$p95"}

title 'By the hour'
aggregate --every 1h --lateness 1d 'count as requests' 'ratio(status >= 500) as failed' ${p95:+"$p95"} |
    weir-enrich --drop window --output table

title 'By status'
aggregate --by status --output table 'count as requests' 'sum(bytes) as bytes'

title "The ${TOP-10} paths asked for most"
aggregate --by path --output table 'count as requests' 'ratio(status >= 500) as failed' ${p95:+"$p95"} |
    largest_first 2 "${TOP-10}"
