#!/usr/bin/env python3
"""Holds weir-aggregate against DuckDB: 20 questions over a million generated records.

Usage: oracle-metrics.py WEIR-AGGREGATE [RECORDS]

Counts, sums, minima and maxima must be equal to the last digit, means and deviations to fifteen digits (DuckDB computes
them in binary), quantiles within 1 %, and numbers of different values within 2 %. Prints one line a question; the status
is 1 if one of them does not hold.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from decimal import Decimal

import duckdb

MINUTE = 60


def generate(path, count):
    """A log of two hours: heavy tails, 64-bit numbers, decimals, missing fields, a label of many values."""
    rng = random.Random(20261124)
    paths = [f"/p{n}" for n in range(40)]
    weights = [1 / (n + 1) for n in range(40)]
    chosen = rng.choices(paths, weights, k=count)
    with open(path, "w") as out:
        for n in range(count):
            second = n * 7200 // count
            record = {
                "time": f"2026-11-24T{10 + second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.{n % 1000:03}Z",
                "client": f"10.{rng.randrange(4)}.{rng.randrange(256)}.{rng.randrange(256)}",
                "method": "GET" if rng.random() < 0.8 else "POST",
                "path": chosen[n],
                "status": rng.choice([200, 200, 200, 200, 301, 404, 500]),
                "bytes": rng.randrange(1 << 20),
                "duration": Decimal(int(rng.paretovariate(1.1) * 1000)) / 1000000,
                "id": rng.randrange(1 << 62),
                "price": Decimal(rng.randrange(-10**9, 10**9)) / 100,
            }
            if rng.random() < 0.1:
                del record["price"]
            text = ",".join(
                f'"{key}":{value}' if not isinstance(value, str) else f'"{key}":"{value}"'
                for key, value in record.items()
            )
            out.write("{" + text + "}\n")


COLUMNS = (
    "{time: 'TIMESTAMP', client: 'VARCHAR', method: 'VARCHAR', path: 'VARCHAR', status: 'INTEGER', bytes: 'BIGINT', "
    "duration: 'DECIMAL(18,6)', id: 'BIGINT', price: 'DECIMAL(18,2)'}"
)

# what is asked of weir (functions, labels, window), and of DuckDB (columns); how near they must be
EXACT, NEAR, QUANTILE, DISTINCT = "exact", "near", "quantile", "distinct"
QUESTIONS = [
    ("records", ["count"], "", "", ["count(*)"], EXACT),
    ("records by path", ["count"], "path", "", ["count(*)"], EXACT),
    ("records by status and method", ["count"], "status,method", "", ["count(*)"], EXACT),
    ("sum of bytes", ["sum(bytes)"], "", "", ["sum(bytes)"], EXACT),
    ("sum of 62-bit numbers", ["sum(id)"], "method", "", ["sum(id::HUGEINT)"], EXACT),
    ("sum of decimals by path", ["sum(price)"], "path", "", ["sum(price)"], EXACT),
    ("sum of durations by status", ["sum(duration)"], "status", "", ["sum(duration)"], EXACT),
    ("least and greatest", ["min(price)", "max(price)"], "", "", ["min(price)", "max(price)"], EXACT),
    ("least and greatest by path", ["min(id)", "max(id)"], "path", "", ["min(id)", "max(id)"], EXACT),
    ("range by method", ["range(price)"], "method", "", ["max(price) - min(price)"], EXACT),
    ("records that have a price", ["count(price)"], "path", "", ["count(price)"], EXACT),
    ("errors by path", ["count(status >= 500) as errors"], "path", "", ["count(*) FILTER (status >= 500)"], EXACT),
    ("a minute's records and bytes", ["count", "sum(bytes)"], "", "1m", ["count(*)", "sum(bytes)"], EXACT),
    ("a minute's slowest by method", ["max(duration)"], "method", "1m", ["max(duration)"], EXACT),
    ("mean by path", ["mean(duration)"], "path", "", ["sum(duration)::DOUBLE / count(duration)"], NEAR),
    ("deviation by status", ["stddev(bytes)"], "status", "", ["stddev_samp(bytes)"], NEAR),
    (
        "quantiles of a heavy tail by path", ["p50(duration)", "p90(duration)", "p99(duration)"], "path", "",
        [f"quantile_disc(duration, {q})" for q in (0.5, 0.9, 0.99)], QUANTILE,
    ),
    (
        "quantiles of a minute", ["p50(bytes)", "p99.9(bytes)"], "", "1m",
        [f"quantile_disc(bytes, {q})" for q in (0.5, 0.999)], QUANTILE,
    ),
    ("clients by path", ["distinct(client)"], "path", "", ["count(DISTINCT client)"], DISTINCT),
    ("clients a minute", ["distinct(client)"], "", "1m", ["count(DISTINCT client)"], DISTINCT),
]


def ask_weir(weir, path, functions, labels, window):
    command = [weir, "--input", path, *functions]
    if labels:
        command += ["--by", labels]
    if window:
        command += ["--every", window]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    answers = {}
    for line in lines:
        record = json.loads(line, parse_float=Decimal)
        names = record.pop("_by")
        record.pop("window", None)
        key = tuple(str(record.pop(name)) for name in (["time"] if window else []) + names)
        answers[key] = list(record.values())
    return answers


def ask_duckdb(database, labels, window, columns):
    keys = [f"{label}::VARCHAR" for label in labels.split(",") if label]
    if window:
        keys.insert(0, "strftime(time_bucket(INTERVAL '1 minute', time), '%Y-%m-%dT%H:%M:%SZ')")
    group = f" GROUP BY {', '.join(str(n + 1) for n in range(len(keys)))}" if keys else ""
    rows = database.execute(f"SELECT {', '.join(keys + columns)} FROM records{group}").fetchall()
    return {tuple(row[: len(keys)]): list(row[len(keys):]) for row in rows}


def distance(answer, truth):
    if truth is None or answer is None:
        return 0 if answer == truth else 1
    if truth == 0:
        return abs(answer)
    return abs((float(answer) - float(truth)) / float(truth))


def main():
    weir = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    allowed = {NEAR: 1e-13, QUANTILE: 0.01, DISTINCT: 0.02}
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "records.ndjson")
        generate(path, count)
        database = duckdb.connect()
        database.execute(
            f"CREATE TABLE records AS SELECT * FROM read_json('{path}', format='newline_delimited', columns={COLUMNS})"
        )
        for what, functions, labels, window, columns, kind in QUESTIONS:
            answers = ask_weir(weir, path, functions, labels, window)
            truth = ask_duckdb(database, labels, window, columns)
            worst = 0.0
            holds = answers.keys() == truth.keys()
            for key in answers.keys() & truth.keys():
                for answer, true in zip(answers[key], truth[key], strict=True):
                    worst = max(worst, distance(answer, true))
                    holds = holds and (answer == true if kind == EXACT else distance(answer, true) <= allowed[kind])
            failures += not holds
            print(f"{'ok' if holds else 'WRONG':5}  {what}: {len(answers)} series, {kind}, off by {worst:.2g} at most")
    print(f"{len(QUESTIONS) - failures} of {len(QUESTIONS)} questions over {count} records")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
