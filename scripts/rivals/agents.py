"""Browser, system and device of each record's agent, with ua-parser and its cache."""

import json
import sys

from ua_parser import parse

for line in open(sys.argv[1]):
    record = json.loads(line)
    found = parse(record.get("agent") or "")
    record["browser"] = found.user_agent and found.user_agent.family
    record["os"] = found.os and found.os.family
    record["device"] = found.device and found.device.family
    print(json.dumps(record))
