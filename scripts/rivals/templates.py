"""The template of each record's message, with drain3 and no masks."""

import json
import logging
import sys

from drain3 import TemplateMiner

logging.disable(logging.CRITICAL)
miner = TemplateMiner()
for line in open(sys.argv[1]):
    record = json.loads(line)
    found = miner.add_log_message(record["message"])
    record["template_id"], record["template"] = found["cluster_id"], found["template_mined"]
    print(json.dumps(record))
