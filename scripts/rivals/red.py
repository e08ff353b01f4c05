"""Rate, errors and durations of each path of a combined log, minute by minute, with DuckDB; its second argument is how many cores."""

import duckdb
import sys

duckdb.execute(f"SET threads = {int(sys.argv[2])}")
regex = r'^\S+ \S+ \S+ \[([^ \]]{17})[^\]]*\] "\S+ (\S+) [^"]*" (\d+) \S+ "[^"]*" "[^"]*" ([0-9.]+)'
lines = "read_csv(?, columns = {'line': 'VARCHAR'}, delim = '\x01', quote = '', escape = '', header = false, auto_detect = false)"
sql = f"""
    SELECT part.minute, part.path, count(*), avg((part.status >= '500')::INT), quantile_disc(TRY_CAST(part.took AS DOUBLE), [0.5, 0.95, 0.99])
    FROM (SELECT regexp_extract(line, ?, ['minute', 'path', 'status', 'took']) AS part FROM {lines})
    GROUP BY ALL
"""
print(len(duckdb.execute(sql, [regex, sys.argv[1]]).fetchall()))
