#!/bin/sh
# A report of each day of a web server, as a page and by mail. Takes what is new in the log and its rotated generations into a store,
# each request once, whatever was killed; makes hours and days of the minutes, keeps those for two weeks and all else for a year; then
# draws yesterday, next to the same day of the week before. Needs weir-store and weir-report (make shore).
#
# Usage: cron-daily-report.sh [-m ADDRESS] LOG FOLDER
#   -m      mail the report to ADDRESS, by sendmail
#   LOG     the access log; LOG.1, LOG.2.gz and so on are its generations
#   FOLDER  for the store, the state and the pages; made if it is missing, for you alone
#
# Set in the environment:
#   BY         fields to tell series by, separated by commas     (path,status)
#   TZ         whose midnight it is, as Europe/Berlin            (UTC)
#   MAILER     what takes the mail, before the address           (/usr/sbin/sendmail)
#   WEIR_NOW   what to take for now, when a missed report is made up for
#
# Example, in a crontab:
#   10 0 * * * /usr/local/share/weir/pipelines/cron-daily-report.sh -m ops@example.org /var/log/nginx/access.log /var/lib/weir/web
set -eu
here=$(dirname "$0")
PATH=$PATH:$here/../bin:$here/../../../bin

usage() { echo "usage: ${0##*/} [-m ADDRESS] LOG FOLDER" >&2; exit 64; }
address=
while getopts m: flag; do
    case $flag in
    m) address=$OPTARG ;;
    *) usage ;;
    esac
done
shift $((OPTIND - 1))
[ $# -eq 2 ] || usage
command -v weir-store >/dev/null || {
    echo "${0##*/}: weir-store is not in PATH; 'make shore' in weir's sources builds it" >&2
    exit 78
}
log=$1 folder=$2 zone=${TZ:-UTC}
umask 077
mkdir -p "$folder"
store=$folder/metrics.db

# What was open in the last run goes on; what is open now leaves, and the next run adds to it.
WEIR_STATE=$folder/state WEIR_LEDGER=$folder/ledger.new
export WEIR_STATE WEIR_LEDGER
rm -f "$WEIR_LEDGER"
weir-tail --once --flush "$log*" | weir-parse --format access --flush |
    weir-aggregate --every 1m --by "${BY-path,status}" --max-series 100000 --partial --flush red 'sum(bytes)' |
    weir-store add --origin "$log" --flush "$store"
unset WEIR_STATE WEIR_LEDGER
mv "$folder/ledger.new" "$folder/ledger"

weir-store rollup --timezone "$zone" "$store" 2>/dev/null
weir-store retain --window 1m --timezone "$zone" "$store" 14d 2>/dev/null
weir-store retain --timezone "$zone" "$store" 365d 2>/dev/null

now=${WEIR_NOW-}
day=$(TZ=$zone date -d "@$(($(date -u ${now:+-d "$now"} +%s) - 86400))" +%Y-%m-%d)
report() {
    weir-report --since yesterday --until today --against last-week --timezone "$zone" --title "${log##*/}, $day" \
        --quality "$folder/ledger" "$@" "$store"
}
report >"$folder/$day.html.new"
mv "$folder/$day.html.new" "$folder/$day.html"
[ -z "$address" ] || { echo "To: $address" && report --as mail; } | ${MAILER-/usr/sbin/sendmail} "$address"
