#!/usr/bin/env python3
"""Runs snippets that use NumPy, scikit-learn, pandas or Keras and records what they print.

Usage: cells_libraries.py SNIPPETS OUTPUT. As in cells_cpython.py, snippets are separated by lines of
`---`; the value of a last expression is shown as the prompt shows it, of an exception the last line of its
traceback. Warnings, which go to another stream, are left out.
"""
import contextlib
import io
import os
import warnings

from snippets import record, run_cell

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""


def run(source):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        run_cell(source, {"__name__": "__main__"})
    return out.getvalue()


record(run)
