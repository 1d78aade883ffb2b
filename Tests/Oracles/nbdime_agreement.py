#!/usr/bin/env python3
"""Asks nbdime and `caderno diff` how pairs of exported notebooks differ: in 20 a cell's source was edited,
and the two say which cells' outputs differ; in 40, or as many as are asked for, cells were inserted, deleted
and edited, and they say which were added and removed. In every third of these no cell has an id, as before
nbformat 4.5, so that texts alone tell. Cells that were moved are not among them: nbdime knows no moves.

Usage: nbdime_agreement.py CADERNO [SERIES]. Needs `pip install nbdime nbformat`. Prints a line for each pair
where the two disagree, and the number of pairs; ends with 1 where any does.
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


def write(path, sources, ids):
    cells = [nbformat.v4.new_code_cell(s) for s in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    for cell, given in zip(cells, ids):
        cell["id"] = given
    if not ids[0]:
        notebook.nbformat_minor = 4
        for cell in cells:
            del cell["id"]
    nbformat.write(notebook, path)


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


NEW = [
    "new{0} = {1}\nprint('new', new{0})",
    "new{0} = {1}",
    "import json",
    "for k in range({1}):\n    print(k)",
    "def double{0}(x):\n    return x * {1}\ndouble{0}(3)",
    "# {1}",
    "print('new {0}', {1})",
]
# A cell's source and another in its place, near it or far from it.
REWRITTEN = [
    ("print('sum', x.sum())", "print('the sum is', x.sum())"),
    ("print('sum', x.sum())", "total = x.sum()\nmean = x.mean()\ntotal, mean"),
    ("for i in range(3):\n    print(i, math.sqrt(i))", "for i in range(5):\n    print(i, math.sqrt(i))"),
    ("for i in range(3):\n    print(i, math.sqrt(i))", "[math.sqrt(i) for i in range(9)]"),
    ("{'a': 1, 'b': [1.5, 2.5]}", "{'a': 1, 'b': [1.5, 3.5]}"),
    ("print('done')", "done = True\ndone"),
]


def series(seed):
    """The cells with some deleted, put in and rewritten, and their ids, which go with them as in Jupyter."""
    chance = random.Random(seed)
    cells = [(s, f"cell{i}") for i, s in enumerate(CELLS)]
    for number in range(chance.randint(1, 4)):
        edit = chance.random()
        if edit < 0.45:
            new = chance.choice(NEW).format(number, chance.randint(10, 99))
            cells.insert(chance.randint(1, len(cells)), (new, f"new{number}"))
        elif edit < 0.8:
            # The first two are needed by others.
            cells.remove(chance.choice([c for c in cells if c[1] not in ("cell0", "cell1")]))
        else:
            old, new = chance.choice(REWRITTEN)
            cells = [(new if s == old else s, i) for s, i in cells]
    has_ids = seed % 3 != 2
    return [s for s, _ in cells], [i if has_ids else None for _, i in cells]


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
    old = [f"cell{i}" if ids[0] else None for i in range(len(CELLS))]
    for path, sources, given in zip(paths, (CELLS, changed), (old, ids)):
        write(path, sources, given)
        subprocess.run([caderno, "run", "--quiet", "--no-cache", path], check=True)
    own, other = ask_one(caderno, *paths), ask_other(*paths)
    if own == other:
        return 0
    print(f"pair {name}: caderno {own}, nbdime {other}")
    return 1


def main():
    caderno, wrong = sys.argv[1], 0
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    with tempfile.TemporaryDirectory() as folder:
        for number, edits in enumerate(EDITS):
            changed = list(CELLS)
            for place, old, new in edits:
                assert old in changed[place]
                changed[place] = changed[place].replace(old, new)
            ids = [f"cell{i}" for i in range(len(CELLS))]
            wrong += compare(caderno, folder, number, changed, ids, of_caderno, of_nbdime)
        for seed in range(count):
            changed, ids = series(seed)
            wrong += compare(
                caderno, folder, f"s{seed}", changed, ids, fates_of_caderno, fates_of_nbdime)
    print(f"{len(EDITS) + count} pairs, {wrong} disagreements")
    sys.exit(1 if wrong else 0)


main()
