#!/usr/bin/env python3
"""Asks nbdime and `caderno diff` how 60 pairs of exported notebooks differ: in 20 a cell's source was edited,
and the two say which cells' outputs differ; in 40 cells were inserted and deleted, and they say which. Cells
that were moved are not among them: nbdime knows no moves.

Usage: nbdime_agreement.py CADERNO. Needs `pip install nbdime nbformat`. Prints a line for each pair where
the two disagree, and the number of pairs; ends with 1 where any does.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

import nbformat
from nbdime import diff_notebooks

CELLS = [
    "import numpy as np\nimport math",
    "x = np.arange(12).reshape(3, 4)\nx",
    "print('sum', x.sum())",
    "for i in range(3):\n    print(i, math.sqrt(i))",
    "{'a': 1, 'b': [1.5, 2.5]}",
    "import matplotlib.pyplot as plt\nplt.plot([3, 1, 2])\nplt.show()",
    "y = [k ** 2 for k in range(5)]\ny",
    "print('done')",
]
EDITS = [
    [], [(1, "12", "12.0")], [(1, "arange(12)", "ones(12)")], [(2, "'sum'", "'total'")],
    [(3, "range(3)", "range(4)")], [(3, "math.sqrt(i)", "i * i")], [(4, "1.5", "1.25")],
    [(4, "'a'", "'c'")], [(5, "[3, 1, 2]", "[3, 1, 4]")], [(6, "** 2", "** 3")],
    [(6, "range(5)", "range(6)")], [(7, "done", "end")], [(2, "x.sum()", "x.mean()")],
    [(3, "print(i,", "print('i', i,"), (7, "done", "ready")], [(1, "(3, 4)", "(4, 3)")],
    [(0, "import math", "import math  # a comment")], [(7, "print('done')", "'done'")],
    [(6, "y = [", "y = [0] + [")], [(4, "2.5", "2.5, None")], [(5, "plt.plot", "plt.title('t')\nplt.plot")],
]


def write(path, sources, ids=None):
    ids = ids or [f"cell{i}" for i in range(len(sources))]
    cells = [nbformat.v4.new_code_cell(s, id=i) for s, i in zip(sources, ids)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


def shows(outputs):
    """Whether a difference in outputs is in what a reader sees, not in their metadata alone."""
    return any(
        output.op != "patch" or any(part.key not in ("metadata", "execution_count") for part in output.diff)
        for output in outputs.diff)


def of_nbdime(a, b):
    changed = set()
    for entry in diff_notebooks(nbformat.read(a, 4), nbformat.read(b, 4)):
        if entry.key != "cells":
            continue
        for cell in entry.diff:
            if cell.op == "patch" and any(shows(d) for d in cell.diff if d.key == "outputs"):
                changed.add(cell.key)
            elif cell.op == "addrange":
                changed.update(range(cell.key, cell.key + len(cell.valuelist)))
    return changed


def of_caderno(caderno, a, b):
    text = subprocess.run([caderno, "diff", a, b, "--json"], capture_output=True, text=True).stdout
    steps = json.loads(text)["steps"]
    return {int(s["id"].split("-")[1]) - 1 for s in steps if s["verdict"] != "equal" and s["id"] != "prose"}


def series(seed):
    """The cells with some deleted and some put in, and their ids, which go with them as in Jupyter."""
    chance = random.Random(seed)
    cells = [(s, f"cell{i}") for i, s in enumerate(CELLS)]
    for number in range(chance.randint(1, 4)):
        if chance.random() < 0.5:
            new = f"new{number} = {chance.randint(10, 99)}\nprint('new', new{number})"
            cells.insert(chance.randint(1, len(cells)), (new, f"new{number}"))
        else:
            # The first three are needed by others.
            cells.pop(chance.randint(3, len(cells) - 1))
    return [s for s, _ in cells], [i for _, i in cells]


def fates_of_nbdime(a, b):
    old, removed, added = nbformat.read(a, 4).cells, [], []
    for entry in diff_notebooks(nbformat.read(a, 4), nbformat.read(b, 4)):
        if entry.key != "cells":
            continue
        for cell in entry.diff:
            if cell.op == "addrange":
                added += [c.source for c in cell.valuelist]
            elif cell.op == "removerange":
                removed += [c.source for c in old[cell.key:cell.key + cell.length]]
    return sorted(added), sorted(removed)


def fates_of_caderno(caderno, a, b):
    text = subprocess.run([caderno, "diff", a, b, "--json"], capture_output=True, text=True).stdout
    sources = [[c.source for c in nbformat.read(path, 4).cells] for path in (a, b)]
    fates = {"added": [], "removed": []}
    for step in json.loads(text)["steps"]:
        if step["fate"] != "kept":
            place = int(step["id"].split("-")[1]) - 1
            fates[step["fate"]].append(sources[step["fate"] == "added"][place])
        elif step["isMoved"]:
            fates["added"].append(f"moved: {step['id']}")
    return sorted(fates["added"]), sorted(fates["removed"])


def compare(caderno, folder, name, changed, ids, ask_one, ask_other):
    paths = [os.path.join(folder, f"{side}{name}.ipynb") for side in "ab"]
    for path, sources, given in zip(paths, (CELLS, changed), (None, ids)):
        write(path, sources, given)
        subprocess.run([caderno, "run", "--quiet", "--no-cache", path], check=True)
    own, other = ask_one(caderno, *paths), ask_other(*paths)
    if own == other:
        return 0
    print(f"pair {name}: caderno {own}, nbdime {other}")
    return 1


def main():
    caderno, wrong = sys.argv[1], 0
    with tempfile.TemporaryDirectory() as folder:
        for number, edits in enumerate(EDITS):
            changed = list(CELLS)
            for place, old, new in edits:
                assert old in changed[place]
                changed[place] = changed[place].replace(old, new)
            wrong += compare(caderno, folder, number, changed, None, of_caderno, of_nbdime)
        for seed in range(40):
            changed, ids = series(seed)
            wrong += compare(
                caderno, folder, f"s{seed}", changed, ids, fates_of_caderno, fates_of_nbdime)
    print(f"{len(EDITS) + 40} pairs, {wrong} disagreements")
    sys.exit(1 if wrong else 0)


main()
