"""What NumPy 2 makes of the snippets for the arrays: their output, or the exception.

Usage: arrays_numpy.py SNIPPETS.txt OUTPUT.json
Snippets are separated by blank lines. Each runs by itself, with `np` imported and default print
options. What it prints is recorded, and the repr of its last line when that is an expression.
"""
import ast
import contextlib
import io
import json
import pathlib
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")
DEFAULTS = np.get_printoptions()


def run(source):
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    names = {"np": np}
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        exec(compile(tree, "<snippet>", "exec"), names)
        if last:
            value = eval(compile(ast.Expression(last.value), "<snippet>", "eval"), names)
            if value is not None:
                print(repr(value))
    return written.getvalue()


cases = []
for source in pathlib.Path(sys.argv[1]).read_text().strip().split("\n\n"):
    np.set_printoptions(**DEFAULTS)
    case = {"source": source}
    try:
        case["output"] = run(source)
    except Exception as error:
        case["error"] = f"{type(error).__name__}: {error}"
    cases.append(case)
text = json.dumps(cases, ensure_ascii=False, indent=0)
pathlib.Path(sys.argv[2]).write_text(text + "\n")
print(np.__version__, len(cases), "cases,", sum("error" in case for case in cases), "errors")
