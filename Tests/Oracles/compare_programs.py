#!/usr/bin/env python3
"""Runs programs whose output the real libraries gave, and compares what `caderno run` prints.

Usage: compare_programs.py CADERNO FOLDER [--notebook] [NAME...]. FOLDER has NAME.py and NAME.out, what CPython printed with
Keras and its neighbours. `--notebook` runs each as the one cell of a Jupyter notebook. Left aside are durations, addresses
and the frames of progress bars; floats may differ by 2e-5, or by one in the last digit shown. What differs for a reason stands in
compare_programs.tsv: the program, how the line begins, the reason. Ends with 1 for any other difference, and for a reason that nothing needs.
"""
import collections
import concurrent.futures
import difflib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

arguments = [word for word in sys.argv[1:] if word != "--notebook"]
caderno, folder, wanted = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1]), arguments[2:]
as_notebook = "--notebook" in sys.argv
reasons = collections.defaultdict(list)
for row in pathlib.Path(__file__).with_suffix(".tsv").read_text().splitlines():
    if row and not row.startswith("#"):
        program, start, reason = row.split("\t")
        program, _, kind = program.partition(" ")
        if as_notebook or kind != "notebook":
            reasons[program].append((start, reason))

DURATION = re.compile(r" ?(- )?\b\d+(\.\d+)?(s|ms|us|µs)(/step|/epoch)?\b")
NUMBER = re.compile(r"[-+]?\d+\.?\d*(?:[eE][-+]?\d+)?|nan|inf|[^\s]")


def lines(text):
    """What stays on a terminal, without what differs from run to run."""
    text = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)
    kept = []
    for line in text.split("\n"):
        line = re.sub(r".*\r(?=.)", "", line.rstrip("\r"))
        while "\b" in line:
            line = line[re.search(r"\x08+", line).end():]
        line = DURATION.sub("", line)
        line = re.sub(r"0x([0-9a-f]+|…)", "ADDRESS", line)
        line = re.sub("━+", "BAR", line).rstrip()
        if not line.strip():
            continue
        head = line.split("BAR")[0].strip()
        if kept and "BAR" in line and "BAR" in kept[-1] and head == kept[-1].split("BAR")[0].strip():
            kept[-1] = line
        else:
            kept.append(line)
    return kept


def agree(one, other):
    ones, others = NUMBER.findall(one), NUMBER.findall(other)
    return len(ones) == len(others) and all(map(close, ones, others))


def close(one, other):
    if one == other:
        return True
    try:
        a, b = float(one), float(other)
    except ValueError:
        return False
    digits = len(one.lower().split("e")[0].partition(".")[2])
    return abs(a - b) <= 2e-5 * max(1, abs(a)) or "." in one and abs(a - b) <= 1.01 * 10.0 ** -digits


def differences(theirs, ours):
    """Pairs of lines; an empty one stands for what the other side doesn't have."""
    if agree(" ".join(theirs), " ".join(ours)):
        return []
    plain = [[re.sub(r"\d+\.\d+", "F", line) for line in side] for side in (theirs, ours)]
    pairs = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, *plain, autojunk=False).get_opcodes():
        left, right = theirs[a:b], ours[c:d]
        if len(left) == len(right):
            pairs += [pair for pair in zip(left, right) if not agree(*pair)]
        else:
            pairs += [(line, "") for line in left] + [("", line) for line in right]
    return pairs


def printed(program):
    with tempfile.TemporaryDirectory() as place:
        path = pathlib.Path(place) / program.name
        path.write_text(program.read_text())
        if as_notebook:
            cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": program.read_text(),
                    "outputs": [], "execution_count": None}
            path = path.with_suffix(".ipynb")
            path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]}))
        command = [caderno, "run", path, "--quiet", "--no-cache", "--data-dir", folder.parents[1] / "data"]
        run = subprocess.run(command, capture_output=True, text=True, timeout=900)
        if not as_notebook:
            return run.stdout
        outputs = json.loads(path.read_text())["cells"][0]["outputs"]
        return "".join("".join(output.get("text", "")) for output in outputs
                       if output["output_type"] == "stream" and output["name"] == "stdout")


def compare(program):
    pairs = differences(lines(program.with_suffix(".out").read_text()), lines(printed(program)))
    used, left = set(), []
    for theirs, ours in pairs:
        known = [start for start, _ in reasons[program.stem] if (theirs or ours).startswith(start)]
        used.update(known)
        if not known:
            left.append((theirs, ours))
    idle = [start for start, _ in reasons[program.stem] if start not in used]
    return program.stem, pairs, left, idle


programs = sorted(path for path in folder.glob("*.py") if path.with_suffix(".out").exists()
                  and (not wanted or path.stem in wanted))
equal = excepted = failed = 0
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    for name, pairs, left, idle in pool.map(compare, programs):
        equal += not pairs
        excepted += bool(pairs) and not left
        failed += bool(left or idle)
        for theirs, ours in left:
            print(f"{name}:\n  theirs: {theirs}\n  ours:   {ours}")
        for start in idle:
            print(f"{name}: nothing needs the reason of '{start}'")
print(f"{len(programs)} programs: {equal} agree, {excepted} but for lines with a reason, {failed} not")
sys.exit(1 if failed else 0)
