#!/usr/bin/env python3
"""Runs snippets through CPython 3.12 and records what they print.

Usage: cells_cpython.py SNIPPETS OUTPUT. Snippets are separated by lines of `---`. The value of a last
expression is shown as the prompt shows it; of an exception the last line of its traceback.
"""
import contextlib
import io
import sys

from snippets import record, run_cell


def run(source):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run_cell(source, {"__name__": "__main__"})
    return out.getvalue()


if sys.version_info[:2] != (3, 12):
    sys.exit("CPython 3.12 is needed: other versions word some messages differently")
record(run)
