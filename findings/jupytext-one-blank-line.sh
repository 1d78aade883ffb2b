#!/usr/bin/env bash
# Jupytext 1.19.6, percent format. A code cell whose source ends in one empty line comes back without it when
# the notebook was written as a script; one that ends in two or more comes back as it was. So a notebook can change
# by going through a script and back, and only in this one case.
#
# Why: one empty line at the end of a cell makes two between cells, which the reader takes for the blank
# lines that Python's style asks for between top-level code; three it takes for the author's own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet jupytext==1.19.6 nbformat==5.11.1
"$work/venv/bin/python" - <<'PYTHON'
import sys

import jupytext
from nbformat.v4 import new_code_cell, new_notebook

expected = {"x = 1": "x = 1", "x = 1\n": "x = 1", "x = 1\n\n": "x = 1\n\n", "x = 1\n\n\n": "x = 1\n\n\n"}
for source, wanted in expected.items():
    notebook = new_notebook(cells=[new_code_cell(source), new_code_cell("y = 2")])
    script = jupytext.writes(notebook, fmt="py:percent")
    back = jupytext.reads(script, fmt="py:percent").cells[0].source
    print(f"jupytext {jupytext.__version__}: {source!r} comes back as {back!r}")
    if back != wanted:
        sys.exit(f"expected {wanted!r}")
PYTHON
