#!/bin/sh
# Which services complain: errors by systemd unit, the most talkative first, from the journal.
#
# Usage: journald-errors.sh FILE     what `journalctl -o json` wrote; - is standard input
#
# Set in the environment:
#   PRIORITY   the least grave priority that counts: 3 err, 4 warning … (3; see syslog(3))
#   TOP        how many units to show                                   (20)
#
# Example: journalctl -b -o json | journald-errors.sh -
#          journalctl --since yesterday --until today -o json | PRIORITY=4 journald-errors.sh - | mail -s errors ops
set -eu
here=$(dirname "$0")
PATH=$PATH:$here/../bin:$here/../../../bin

[ $# -eq 1 ] || { echo "usage: ${0##*/} FILE" >&2; exit 64; }
case $1 in
-) ;;
-*) echo "usage: ${0##*/} FILE" >&2 && exit 64 ;;
*) [ -r "$1" ] || { echo "${0##*/}: $1: cannot be read" >&2; exit 66; } ;;
esac

# The journal's fields are in systemd.journal-fields(7). What systemd says of a unit has its name in UNIT, what a unit says
# itself has it in _SYSTEMD_UNIT, and the kernel has none.
by_unit() {
    weir-enrich --input "$1" --where "PRIORITY <= ${PRIORITY-3}" \
        --set 'unit = UNIT ?? _SYSTEMD_UNIT ?? SYSLOG_IDENTIFIER ?? "unknown"' |
        weir-aggregate --by unit --output table 'ratio(PRIORITY <= 2) as grave' 'count as errors'
}

# Rows of a table under their heading, those with the largest number in the last column first.
largest_first() {
    IFS= read -r heading || return 0
    printf '%s\n' "$heading"
    awk '{ print $NF "\t" $0 }' | sort -k 1,1nr -k 2 | cut -f 2- | head -n "$1"
}

by_unit "$1" | largest_first "${TOP-20}"
