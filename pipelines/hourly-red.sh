#!/bin/sh
# Golden signals of a web server, kept: one line for each hour and path, appended to a file. For cron, as often as you like: each run
# takes what is new, also from logs that were rotated meanwhile, and each request counts once, whatever was killed or restarted. The
# hour that is not over yet waits for a later run.
#
# Usage: hourly-red.sh LOG STATE FILE
#   LOG     the access log
#   STATE   directory for how far it has come; made if it is missing, for you alone ('weir state show STATE')
#   FILE    where the lines go
#
# Set in the environment:
#   BY      fields to tell series by, separated by commas     (path)
#   EVERY   width of the windows                              (1h)
#
# Example, in a crontab:
#   */5 * * * * /usr/local/share/weir/pipelines/hourly-red.sh /var/log/nginx/access.log /var/lib/weir/web /var/lib/weir/hours.json
set -eu
here=$(dirname "$0")
PATH=$PATH:$here/../bin:$here/../../../bin

[ $# -eq 3 ] || { echo "usage: ${0##*/} LOG STATE FILE" >&2; exit 64; }
log=$1 file=$3
WEIR_STATE=$2
export WEIR_STATE

weir-tail --once "$log" | weir-parse --format access | weir-aggregate --every "${EVERY-1h}" --by "${BY-path}" red |
    weir-commit "$file"
