#!/usr/bin/env python3
"""Usage: oracle-agents.py WEIR-ENRICH REGEXES ACCESS-LOG
Takes every distinct user agent of a log apart with weir-enrich and with ua-parser (PyPI), by the same patterns, and compares all fields.
Agents of uap-core's own tests, where Debian's package has them, are taken besides."""
import json
import os
import re
import subprocess
import sys

import yaml
from ua_parser import Parser
from ua_parser.basic import Resolver
from ua_parser.loaders import load_yaml

weir, regexes, log = sys.argv[1:4]
with open(log, errors="replace") as file:
    agents = {m.group(1) for m in (re.search(r'"([^"]*)"$', line.rstrip()) for line in file) if m}
agents.discard("-")
counts = {"the log": len(agents)}
tests = os.path.join(os.path.dirname(regexes), "tests")
for name in ("test_ua.yaml", "test_os.yaml", "test_device.yaml") if os.path.isdir(tests) else ():
    with open(os.path.join(tests, name)) as file:
        found = {case["user_agent_string"] for case in yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))["test_cases"]}
    agents |= {agent for agent in found if "\n" not in agent and len(agent.encode()) <= 2048}
agents.discard("")
agents = sorted(agents)
lines = "".join(json.dumps({"agent": agent}) + "\n" for agent in agents)
output = subprocess.run([weir, "--agent", "--agent-regexes", regexes], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
records = [json.loads(line) for line in output.splitlines()]
assert len(records) == len(agents)


def version(*parts):
    known = []
    for part in parts:
        if part is None:
            break
        known.append(part)
    return ".".join(known) or None


parser = Parser(Resolver(load_yaml(regexes)))
wrong = 0
for agent, record in zip(agents, records):
    result = parser.parse(agent)
    browser, system, device = result.user_agent, result.os, result.device
    wanted = {
        "browser": browser and browser.family,
        "browser_version": browser and version(browser.major, browser.minor, browser.patch, browser.patch_minor),
        "os": system and system.family,
        "os_version": system and version(system.major, system.minor, system.patch, system.patch_minor),
        "device": device and device.family, "device_brand": device and device.brand, "device_model": device and device.model,
    }
    got = {name: record.get(name) for name in wanted}
    if got != wanted:
        wrong += 1
        if wrong <= 5:
            print(f"agents: {agent!r}\n  weir      {got}\n  ua-parser {wanted}")
print(f"agents: {len(agents)} distinct ones ({counts['the log']} of the log), {len(agents) - wrong} the same as ua-parser's")
sys.exit(1 if wrong else 0)
