#!/usr/bin/env python3
"""Runs snippets that use NumPy, scikit-learn, pandas or Keras and records what they print.

Usage: cells_libraries.py SNIPPETS OUTPUT. As in cells_cpython.py, snippets are separated by lines of
`---`; the value of a last expression is shown as the prompt shows it, of an exception the last line of its
traceback. Warnings, which go to another stream, are left out.
"""
import ast
import contextlib
import io
import json
import os
import sys
import traceback
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""


def run(source):
    out = io.StringIO()
    space = {"__name__": "__main__"}
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(source)
            last = None
            if tree.body and isinstance(tree.body[-1], ast.Expr):
                last = ast.Expression(tree.body.pop().value)
            exec(compile(tree, "cell", "exec"), space)
            if last is not None:
                value = eval(compile(last, "cell", "eval"), space)
                if value is not None:
                    print(repr(value))
        except BaseException as error:  # whatever a snippet raises is its result
            print(traceback.format_exception_only(error)[-1], end="")
    return out.getvalue()


def main():
    snippets = [s.strip("\n") for s in open(sys.argv[1], encoding="utf-8").read().split("\n---\n")]
    cases = [{"source": s, "output": run(s)} for s in snippets if s.strip()]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(cases, file, ensure_ascii=False, indent=1)
        file.write("\n")


main()
