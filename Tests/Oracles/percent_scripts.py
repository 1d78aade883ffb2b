"""Writes Tests/Fixtures/scripts/percent.json: for each script what CPython prints and which cells Jupytext makes.

    python3 Tests/Oracles/percent_scripts.py          # with jupytext 1.19.6 and numpy installed

The scripts stand in percent_scripts.txt. An escape such as \\r stands in them as Python's own.
"""
import json
import pathlib
import platform
import subprocess
import sys
import tempfile

import jupytext

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "Fixtures/scripts/percent.json"
# What Jupytext keeps for its own writer alone.
OWN = {"lines_to_next_cell", "lines_to_end_of_cell_marker"}


def scripts():
    text = (HERE / "percent_scripts.txt").read_text()
    for part in text.split("\n==== ")[1:]:
        name, _, source = part.partition("\n")
        yield name, source if source.endswith("\n") else source + "\n"


def cells(source):
    notebook = jupytext.reads(source, fmt="py:percent")
    for cell in notebook.cells:
        metadata = {key: value for key, value in cell.metadata.items() if key not in OWN}
        yield {"kind": cell.cell_type, "metadata": metadata, "source": cell.source}


def printed(source):
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(source)
        file.flush()
        result = subprocess.run([sys.executable, file.name], capture_output=True)
    return None if result.returncode else result.stdout.decode()


if __name__ == "__main__":
    cases = [{"name": name, "source": source, "printed": printed(source), "cells": list(cells(source))}
             for name, source in scripts()]
    TARGET.parent.mkdir(exist_ok=True)
    made = {"jupytext": jupytext.__version__, "python": platform.python_version(), "cases": cases}
    TARGET.write_text(json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    print(f"{len(cases)} scripts; {sum(case['printed'] is None for case in cases)} that Python refuses")
