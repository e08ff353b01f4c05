"""A combined log as JSON lines with DuckDB, on one core: all fields, their texts as they are."""

import duckdb
import sys

duckdb.execute("SET threads = 1")
regex = r'^(\S+) (\S+) (\S+) \[([^\]]+)\] "(\S+) (\S+) ([^"]+)" (\d+) (\d+|-) "([^"]*)" "([^"]*)"(?: ([0-9.]+))?'
names = "client logname user time method path protocol status bytes referrer agent duration".split()
lines = "read_csv(?, columns = {'line': 'VARCHAR'}, delim = '\x01', quote = '', escape = '', header = false, auto_detect = false)"
duckdb.execute(
    f"COPY (SELECT unnest(regexp_extract(line, ?, {names})) FROM {lines}) TO '/dev/stdout' (FORMAT json)",
    [regex, sys.argv[1]],
)
