#!/usr/bin/env python3
"""Asks nbdime and `caderno diff` which cells of 20 pairs of exported notebooks differ in their outputs.

Usage: nbdime_agreement.py CADERNO. Needs `pip install nbdime nbformat`. Prints a line for each pair where
the two disagree, and the number of pairs; ends with 1 where any does.
"""
import json
import os
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


def write(path, sources):
    cells = [nbformat.v4.new_code_cell(s, id=f"cell{i}") for i, s in enumerate(sources)]
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


def main():
    caderno, wrong = sys.argv[1], 0
    with tempfile.TemporaryDirectory() as folder:
        for number, edits in enumerate(EDITS):
            changed = list(CELLS)
            for place, old, new in edits:
                assert old in changed[place]
                changed[place] = changed[place].replace(old, new)
            paths = [os.path.join(folder, name) for name in (f"a{number}.ipynb", f"b{number}.ipynb")]
            for path, sources in zip(paths, (CELLS, changed)):
                write(path, sources)
                subprocess.run([caderno, "run", "--quiet", "--no-cache", path], check=True)
            own, other = of_caderno(caderno, *paths), of_nbdime(*paths)
            if own != other:
                wrong += 1
                print(f"pair {number}: caderno {sorted(own)}, nbdime {sorted(other)}")
    print(f"{len(EDITS)} pairs, {wrong} disagreements")
    sys.exit(1 if wrong else 0)


main()
