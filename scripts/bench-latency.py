#!/usr/bin/env python3
# Usage: bench-latency.py [LINES]
# From the write of a line to its arrival behind `weir-tail -F`, next to tail(1) in the same run; and what 10,000 quiet files cost.
import os, statistics, subprocess, sys, tempfile, time

lines = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
weir = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bin", "weir-tail")
tools = {"weir-tail -F": [weir, "-F"], "weir-tail -F --raw": [weir, "-F", "--raw"], "tail -F": ["tail", "-F"]}


def latencies(folder):
    followed = []
    for number, (name, command) in enumerate(tools.items()):
        path = os.path.join(folder, f"{number}.log")
        open(path, "w").close()
        process = subprocess.Popen(command + [path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0)
        followed.append((name, process, open(path, "ab", buffering=0), []))
    time.sleep(1)
    for round in range(lines):
        # Who comes first finds the processor asleep, so they take turns at that.
        for name, process, file, times in followed[round % 3:] + followed[:round % 3]:
            start = time.perf_counter()
            file.write(b"127.0.0.1 - - [24/Nov/2026:10:00:00 +0000] \"GET /%d\" 200 17\n" % round)
            process.stdout.read(4096)
            times.append((time.perf_counter() - start) * 1000)
            time.sleep(0.002)
    for name, process, file, times in followed:
        times.sort()
        print(f"  {name:<34} median {statistics.median(times):7.3f} ms   p99 {times[int(len(times) * 0.99)]:7.3f} ms")
        process.kill()


def idle(folder, files=10_000, seconds=30):
    for number in range(files):
        with open(os.path.join(folder, f"idle-{number}.log"), "w") as file:
            file.write("a line\n")
    process = subprocess.Popen(
        [weir, "-F", "--raw", os.path.join(folder, "idle-*.log")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def cpu():
        with open(f"/proc/{process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    # It has read them all when it does nothing any more.
    before = -1.0
    while cpu() - before > 0.01:
        before = cpu()
        time.sleep(2)
    before = cpu()
    time.sleep(seconds)
    percent = (cpu() - before) / seconds * 100
    with open(f"/proc/{process.pid}/status") as file:
        peak = next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
    print(f"  {files} quiet files: {percent:.2f} % of a core, {peak / 1024:.1f} MiB")
    process.kill()


with tempfile.TemporaryDirectory() as folder:
    latencies(folder)
    idle(folder)
