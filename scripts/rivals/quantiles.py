"""Count and p99 of each path of JSON lines, with DuckDB on one core."""

import duckdb
import sys

duckdb.execute("SET threads = 1")
sql = "SELECT path, count(*), quantile_disc(duration, 0.99) FROM read_json(?) GROUP BY path"
print(len(duckdb.execute(sql, [sys.argv[1]]).fetchall()))
