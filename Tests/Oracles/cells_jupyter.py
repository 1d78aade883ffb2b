#!/usr/bin/env python3
"""Runs snippets as Jupyter does and records what it shows.

Usage: cells_jupyter.py SNIPPETS OUTPUT. Snippets are separated by lines of `---`, the cells of a snippet by lines
of `# %%`. The value of a cell's last expression is shown as IPython shows it; of an exception the last line of its
traceback. Addresses are written as `0x…`; durations of epochs and the folder of Keras are left out. Where a snippet uses Keras, automatic names begin anew before it, and `keras.backend` has some of its older functions.
"""
import contextlib
import io
import os
import re
import sys
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"
from snippets import record, run_cell  # noqa: E402

from IPython.core.formatters import PlainTextFormatter  # noqa: E402

formatter = PlainTextFormatter()


def shown(value):
    figure = sys.modules.get("IPython.display")
    if figure and isinstance(value, (figure.Image, figure.SVG)):
        return "<picture>"
    return formatter(value)


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
            run_cell(part, space, shown)
    text = re.sub(r"0x[0-9a-f]{6,}", "0x…", out.getvalue())
    text = re.sub(r"/\S*/(keras/src/\S+\.py)", r"\1", text)
    return re.sub(r" - \d+s - \d+\S+/step", "", text)


record(run)
