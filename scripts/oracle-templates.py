#!/usr/bin/env python3
"""Usage: oracle-templates.py WEIR-ENRICH [PASSES]
Groups the messages of loghub's logs by template, with weir-enrich and with drain3, and holds both against the truth: grouping
accuracy (GA; Zhu et al., "Tools and Benchmarks for Automated Log Parsing", ICSE-SEIP 2019) is the share of the lines whose group
has exactly the lines that it has in the truth. One setting each for all systems. drain3 is run twice, as it comes and with the masks of
its own examples; the better mean counts. Then the speed of both over the same messages."""
import csv
import json
import logging
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict

from drain3 import TemplateMiner
from drain3.masking import MaskingInstruction
from drain3.template_miner_config import TemplateMinerConfig

weir, passes = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../shared/corpora/loghub")
logging.disable(logging.CRITICAL)

# https://github.com/logpai/Drain3/blob/master/examples/drain3.ini
MASKS = [(r"((?<=[^A-Za-z0-9])|^)(([0-9a-f]{2,}:){3,}([0-9a-f]{2,}))((?=[^A-Za-z0-9])|$)", "ID"),
         (r"((?<=[^A-Za-z0-9])|^)(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})((?=[^A-Za-z0-9])|$)", "IP"),
         (r"((?<=[^A-Za-z0-9])|^)([0-9a-f]{6,} ?){3,}((?=[^A-Za-z0-9])|$)", "SEQ"),
         (r"((?<=[^A-Za-z0-9])|^)([0-9A-F]{4} ?){4,}((?=[^A-Za-z0-9])|$)", "SEQ"),
         (r"((?<=[^A-Za-z0-9])|^)(0x[a-f0-9A-F]+)((?=[^A-Za-z0-9])|$)", "HEX"),
         (r"((?<=[^A-Za-z0-9])|^)([\-\+]?\d+)((?=[^A-Za-z0-9])|$)", "NUM"),
         (r"(?<=executed cmd )(\".+?\")", "CMD")]


def accuracy(truth, found):
    wanted, groups = defaultdict(set), defaultdict(set)
    for line, (a, b) in enumerate(zip(truth, found)):
        wanted[a].add(line)
        groups[b].add(line)
    return sum(len(g) for g in groups.values() if g == wanted[truth[min(g)]]) / len(truth)


def miner(masks):
    config = TemplateMinerConfig()
    config.masking_instructions = [MaskingInstruction(*m) for m in masks]
    return TemplateMiner(config=config)


def cpu(command, data):
    """The output, and the CPU seconds of the command."""
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        output = subprocess.run(command, stdin=file, stdout=subprocess.PIPE, check=True).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return output, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def records(messages):
    return "".join(json.dumps({"message": m}, ensure_ascii=False, separators=(",", ":")) + "\n" for m in messages).encode()


systems, everything = sorted(os.listdir(folder)), []
means = defaultdict(float)
times = defaultdict(float)
print("templates: grouping accuracy on loghub, one setting for all")
print(f"  {'':10} {'weir':>7} {'drain3':>7} {'+ masks':>7}")
for system in systems:
    path = f"{folder}/{system}/{system}_2k.log_structured.csv"
    if not os.path.exists(path):
        continue
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    messages, truth = [r["Content"] for r in rows], [r["EventId"] for r in rows]
    everything.append(messages)
    result = {}
    with tempfile.TemporaryDirectory() as work:
        # An identity changes while its template is being learned: the first run learns, the second one names.
        state = ["--template-state", work + "/templates"]
        for _ in range(2):
            lines = subprocess.run([weir, "--template", *state], input=records(messages), stdout=subprocess.PIPE, check=True)
        found = [json.loads(line) for line in lines.stdout.splitlines()]
    assert len(found) == len(messages)
    result["weir"] = accuracy(truth, [f.get("template_id", "") for f in found])
    for name, masks in (("drain3", []), ("masks", MASKS)):
        drain = miner(masks)
        start = time.process_time()
        result[name] = accuracy(truth, [drain.add_log_message(m)["cluster_id"] for m in messages])
        times[name] += time.process_time() - start
    for name, value in result.items():
        means[name] += value
    print(f"  {system:10} {result['weir']:7.4f} {result['drain3']:7.4f} {result['masks']:7.4f}")
for name in means:
    means[name] /= len(everything)
print(f"  {'mean':10} {means['weir']:7.4f} {means['drain3']:7.4f} {means['masks']:7.4f}")

# The same messages over and over, which both know then. Of weir it is the whole filter, JSON in and out; of drain3 the
# call alone, which does less, and then the same work.
print(f"templates: messages for each CPU second, {passes} times over")
spent, lines = 0, 0
for messages in everything:
    for attempt in range(3):
        _, seconds = cpu([weir, "--template"], records(messages) * passes)
        best = seconds if attempt == 0 else min(best, seconds)
    spent += best
    lines += len(messages) * passes
ours = lines / spent
print(f"  {'weir-enrich --template':28} {ours:10,.0f}")


def call(drain, messages):
    for m in messages:
        drain.add_log_message(m)


def whole(drain, lines):
    """What the filter does: a record in, the same with template, parameters and identity out."""
    for line in lines:
        record = json.loads(line)
        found = drain.add_log_message(record["message"])
        record["template_id"], record["template"] = found["cluster_id"], found["template_mined"]
        record["params"] = [p.value for p in drain.extract_parameters(found["template_mined"], record["message"]) or []]
        json.dumps(record)


for name, masks, work in (("drain3, its call alone", [], call), ("... with masks, as weir has", MASKS, call),
                          ("drain3 as a filter", [], whole), ("... with masks, as weir has", MASKS, whole)):
    spent, lines = 0, 0
    for messages in everything:
        drain = miner(masks)
        items = messages if work is call else records(messages).splitlines()
        start = time.process_time()
        for _ in range(2):
            work(drain, items)
        spent += time.process_time() - start
        lines += 2 * len(messages)
    print(f"  {name:28} {lines / spent:10,.0f}   weir is {ours * spent / lines:.1f} times as fast")
if means["weir"] < max(means["drain3"], means["masks"]):
    sys.exit("templates: weir groups worse than drain3")
