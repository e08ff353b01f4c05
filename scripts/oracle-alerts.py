"""Holds weir-alert against promtool: the same rules on the same series fire in the same minutes.

Usage: oracle-alerts.py WEIR-ALERT

Twenty scenarios of for, keep_firing_for, gaps and conditions. Of each, weir-alert --backtest tells when what fires; a test for
`promtool test rules` that expects just that, minute by minute, must pass, and must fail when one expectation is left out. The
same file must pass `weir-alert --test`.
"""

import json
import os
import random
import subprocess
import sys
import tempfile

WEIR = os.path.abspath(sys.argv[1])
MINUTES = 40
CONDITIONS = ["errors > 5", "errors >= 6", "errors < 3", "errors == 0", "errors * 2 > 11", "errors / 10 > 0.55", "errors != 4"]


def scenario(number):
    """The rule, and of each series its values by minute; None where there is none."""
    pick = random.Random(number)
    hold = pick.choice(["0s", "1m", "2m", "90s", "5m"]) if number else "5m"
    keep = pick.choice(["0s", "0s", "1m", "3m", "150s"])
    rule = {"condition": CONDITIONS[number % len(CONDITIONS)], "for": hold, "keep": keep}
    series = {"/always": [4] * MINUTES}
    for path in ["/a", "/b", "/c"]:
        values, value = [], pick.randrange(10)
        for _ in range(MINUTES):
            if pick.random() < 0.35:
                value = pick.randrange(10)
            values.append(None if pick.random() < 0.15 else value)
        series[path] = values
    return rule, series


def rules(rule):
    lines = ["groups:", "- name: oracle", "  rules:", "  - alert: Errors", f"    expr: {rule['condition']}"]
    lines += [f"    for: {rule['for']}"] + ([f"    keep_firing_for: {rule['keep']}"] if rule["keep"] != "0s" else [])
    lines += ["    labels: {severity: page}", "    annotations: {summary: '{{ $labels.path }} has {{ $value }}'}"]
    return "\n".join(lines) + "\n"


def firings(directory, series):
    with open(os.path.join(directory, "metrics"), "w") as file:
        for minute in range(MINUTES):
            for path, values in series.items():
                if values[minute] is not None:
                    record = {"time": f"1970-01-01T00:{minute:02}:00Z", "window": "1m", "path": path,
                              "errors": values[minute], "_by": ["path"]}
                    file.write(json.dumps(record) + "\n")
    command = [WEIR, "--rules", "rules.yaml", "--backtest", "--output", "json", "--input", "metrics"]
    output = subprocess.run(command, cwd=directory, check=True, stdout=subprocess.PIPE, text=True).stdout
    def minute(time):
        return None if time is None else int(time[14:16]) + (float(time[17:19]) / 60)
    found = []
    for line in output.splitlines():
        record = json.loads(line)
        if "fired_at" in record:
            found.append((record["labels"]["path"], minute(record["fired_at"]), minute(record["ends_at"])))
    return found


def holds(condition, value):
    return eval(condition, {"errors": value})


def tests(series, rule, found, without=None):
    """A file of tests that expects what was found; without one of the expectations, if `without` says which."""
    lines = ["rule_files: [rules.yaml]", "evaluation_interval: 1m", "tests:", "- interval: 1m", "  input_series:"]
    for path, values in series.items():
        text = " ".join("stale" if value is None else str(value) for value in values)
        lines += [f"  - series: 'errors{{path=\"{path}\"}}'", f"    values: '{text}'"]
    lines.append("  alert_rule_test:")
    count = 0
    for minute in range(MINUTES):
        lines += [f"  - eval_time: {minute}m", "    alertname: Errors", "    exp_alerts:"]
        expected = []
        for path, start, end in found:
            if start <= minute and (end is None or minute < end):
                count += 1
                # The value is the last for which the condition held.
                value = next(v for v in reversed(series[path][: minute + 1]) if v is not None and holds(rule["condition"], v))
                summary = "%.10g" % eval(rule["condition"].split(" > ")[0] if "*" in rule["condition"] or "/" in rule["condition"] else "errors", {"errors": value})
                if count != without:
                    expected += ["    - exp_labels: {severity: page, path: " + path + "}",
                                 "      exp_annotations: {summary: '" + f"{path} has {summary}" + "'}"]
        if expected:
            lines += expected
        else:
            lines[-1] = "    exp_alerts: []"
    return "\n".join(lines) + "\n", count


def passes(command, directory):
    return subprocess.run(command, cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def main():
    fired = 0
    for number in range(20):
        rule, series = scenario(number)
        with tempfile.TemporaryDirectory() as directory:
            def write(name, text):
                with open(os.path.join(directory, name), "w") as file:
                    file.write(text)
            write("rules.yaml", rules(rule))
            found = firings(directory, series)
            text, count = tests(series, rule, found)
            write("tests.yaml", text)
            for command in (["promtool", "test", "rules", "tests.yaml"], [WEIR, "--test", "tests.yaml"]):
                outcome = passes(command, directory)
                if outcome.returncode != 0:
                    sys.exit(f"scenario {number}, {rule}: {command[0]} does not agree:\n{outcome.stdout[:4000]}")
            if count:
                write("wrong.yaml", tests(series, rule, found, without=count)[0])
                for command in (["promtool", "test", "rules", "wrong.yaml"], [WEIR, "--test", "wrong.yaml"]):
                    if passes(command, directory).returncode == 0:
                        sys.exit(f"scenario {number}: {command[0]} passes what is wrong")
            fired += len(found)
    if fired < 40:
        sys.exit(f"only {fired} firings in all: the scenarios show little")
    print(f"weir-alert and promtool agree: 20 scenarios, {fired} firings, each minute of {MINUTES}")


main()
