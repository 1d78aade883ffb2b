#!/usr/bin/env python3
"""Puts hostile numbers into every place of calls that takes a number, and says what traps, hangs or grows.

Usage: sweep_numbers.py CADERNO FOLDER [FILE...]. The calls are those of sweep_numbers.txt and of the snippets beside it, or of
the FILEs named. Each number in a call becomes each hostile one in turn, then all at once. Calls run many to a cell;
a cell that ends by a signal, or takes too long or too much memory, is halved until the call is found, which goes into
FOLDER/finds.txt.
"""
import os
import re
import resource
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HOSTILE = """-1 0 2**20 10**9 2**31 2**63-1 -2**63 2**70 0.5 1e30 True""".split() + ["float('nan')", "float('inf')"]
NUMBER = re.compile(r"(?<![\w.'\"])\d+\.?\d*(?:e[-+]?\d+)?(?![\w'\"])")
HEAD = """import numpy as np, math, random, itertools, collections, json, time, keras
import tensorflow as tf
from keras import layers
import matplotlib.pyplot as plt
"""
SECONDS, MEMORY, TOGETHER = 15, 6 << 30, 64


def snippets(names):
    for name in names:
        with open(name, encoding="utf-8") as file:
            text = file.read()
        parts = text.split("\n---\n") if "\n---\n" in text else text.split("\n\n")
        if name.endswith("sweep_numbers.txt") or name.endswith("values.txt"):
            lines = text.split("\n")
            # What needs nothing of the statement before it stands alone.
            alone = [l for l in lines if not re.search(r"(^|; )\w+ = |import|plt|sns", l)]
            parts = [l for l in lines if l not in alone] + [s for l in alone for s in l.split("; ")]
        for part in parts:
            if part.strip() and not part.startswith("#") and "'''" not in part and '"""' not in part:
                yield part.strip("\n")


def variants(call):
    places = list(NUMBER.finditer(call))
    for number in HOSTILE:
        number = f"({number})"
        for place in places[:12]:
            yield call[: place.start()] + number + call[place.end():]
        if len(places) > 1:
            yield NUMBER.sub(number.replace("\\", ""), call)


def is_known(caderno, call, path):
    """Whether the program looks through at all: one unknown name would refuse a whole cell."""
    write(path, [call])
    return subprocess.run([caderno, "lint", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def write(path, calls):
    body = ""
    for call in calls:
        body += "try:\n" + "".join(f"    {line}\n" for line in call.split("\n")) + "except Exception: pass\n"
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"---\ncaderno:\n  python: keras\n---\n\n```python\n{HEAD}{body}```\n")


def bounded():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def ending(caderno, calls, path):
    """How a run of calls ended; None for a fair end."""
    write(path, calls)
    command = [caderno, "run", path, "--no-cache", "--quiet", "--offline", "--max-epochs", "1"]
    try:
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS, preexec_fn=bounded)
    except subprocess.TimeoutExpired:
        return "hangs"
    if run.returncode in (0, 1, 2, 3):
        return None
    lines = [l for l in run.stderr.decode("utf-8", "replace").split("\n") if "Fatal" in l or "fatal" in l]
    return f"ends with {run.returncode} {lines[:1]}"


def search(caderno, calls, path, report):
    end = ending(caderno, calls, path)
    if end is None:
        return
    if len(calls) == 1:
        return report(end, calls[0])
    half = len(calls) // 2
    search(caderno, calls[:half], path, report)
    search(caderno, calls[half:], path, report)


def main():
    caderno, folder = sys.argv[1], sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    names = sys.argv[3:] or [
        os.path.join(HERE, n) for n in sorted(os.listdir(HERE))
        if n.endswith("snippets.txt") and "ast" not in n or n in ("sweep_numbers.txt", "plots_values.txt")]
    path = os.path.join(folder, "sweep.md")
    known = [s for s in snippets(names) if is_known(caderno, s, path)]
    calls = [v for s in known for v in variants(s)]
    print(len(known), "calls,", len(calls), "variants", flush=True)
    with open(os.path.join(folder, "finds.txt"), "w", encoding="utf-8") as file:
        def report(end, call):
            print(f"{end}\n{call}\n---", file=file, flush=True)
        for start in range(0, len(calls), TOGETHER):
            search(caderno, calls[start:start + TOGETHER], path, report)
            if start // TOGETHER % 20 == 0:
                print(start, flush=True)


main()
