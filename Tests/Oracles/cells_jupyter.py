#!/usr/bin/env python3
"""Runs snippets as Jupyter does and records what it shows.

Usage: cells_jupyter.py SNIPPETS OUTPUT. Snippets are separated by lines of `---`, the cells of a snippet by lines
of `# %%`. The value of a cell's last expression is shown as IPython shows it; of an exception the last line of its
traceback. Addresses are written as `0x…`; durations of epochs and the folder of Keras are left out. Where a snippet uses Keras, automatic names begin anew before it, and `keras.backend` has some of its older functions.
"""
import ast
import contextlib
import io
import json
import os
import re
import sys
import traceback
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"
from IPython.core.formatters import PlainTextFormatter  # noqa: E402

formatter = PlainTextFormatter()


def shown(value):
    figure = sys.modules.get("IPython.display")
    if figure and isinstance(value, (figure.Image, figure.SVG)):
        return "<picture>"
    return formatter(value)


def cell(source, space):
    tree = ast.parse(source)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, "cell", "exec"), space)
    if last is not None:
        value = eval(compile(last, "cell", "eval"), space)
        if value is not None:
            print(shown(value))


def run(source):
    out = io.StringIO()
    space = {"__name__": "__main__"}
    if "keras" in source:
        import keras

        keras.utils.clear_session()
        for name in ("squeeze", "expand_dims"):  # as older versions had them
            setattr(keras.backend, name, getattr(keras.ops, name))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.filterwarnings("default", category=UserWarning, module="keras.src.callbacks")
        for part in source.split("\n# %%\n"):
            try:
                cell(part, space)
            except BaseException as error:  # whatever a snippet raises is its result
                print(traceback.format_exception_only(error)[-1], end="")
    text = re.sub(r"0x[0-9a-f]{6,}", "0x…", out.getvalue())
    text = re.sub(r"/\S*/(keras/src/\S+\.py)", r"\1", text)
    return re.sub(r" - \d+s - \d+\S+/step", "", text)


def main():
    snippets = [s.strip("\n") for s in open(sys.argv[1], encoding="utf-8").read().split("\n---\n")]
    cases = [{"source": s, "output": run(s)} for s in snippets if s.strip()]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(cases, file, ensure_ascii=False, indent=1)
        file.write("\n")


main()
