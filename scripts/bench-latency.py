#!/usr/bin/env python3
# Usage: bench-latency.py [LINES [QUIET-FILES]]
# From the write of a line to its arrival behind `weir-tail -F`, next to tail(1) in the same run; and what 10,000 quiet files cost (0: left out).
import os, random, statistics, subprocess, sys, tempfile, time

lines = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
weir = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bin", "weir-tail")
tools = {"weir-tail -F": [weir, "-F"], "weir-tail -F --raw": [weir, "-F", "--raw"], "tail -F": ["tail", "-F"]}
quiet = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
blocks = 5


def latencies(folder):
    """Each block starts all of them anew, in another order, and they take turns line by line in an order that is drawn: none has the
    better place, and a noisy moment is everybody's. All do what they do when nothing is asked besides: envelopes are weir's own work."""
    times = {name: [] for name in tools}
    for block in range(blocks):
        followed = []
        for name, command in random.sample(list(tools.items()), len(tools)):
            path = os.path.join(folder, f"{block}-{len(followed)}.log")
            open(path, "w").close()
            process = subprocess.Popen(command + [path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0)
            followed.append((name, process, open(path, "ab", buffering=0)))
        time.sleep(1)
        for line in range(lines // blocks):
            for name, process, file in random.sample(followed, len(followed)):
                text = b"127.0.0.1 - - [24/Nov/2026:10:00:00 +0000] \"GET /%d\" 200 17\n" % line
                start = time.perf_counter()
                file.write(text)
                process.stdout.read(4096)
                times[name].append((time.perf_counter() - start) * 1000)
                time.sleep(0.002)
        for name, process, file in followed:
            process.kill()
            process.wait()
            process.stdout.close()
            file.close()
    for name, all in times.items():
        all.sort()
        low, high = all[len(all) // 10], all[int(len(all) * 0.99)]
        print(f"  {name:<22} {len(all)} lines: p10 {low:.4f}  median {statistics.median(all):.4f}  p99 {high:.4f} ms")


def idle(folder, files, seconds=30):
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
    if quiet > 0:
        idle(folder, quiet)
