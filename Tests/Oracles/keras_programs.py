"""What Keras makes of the programs for its cells: their output, or the exception.

Usage: keras_programs.py PROGRAMS.txt OUTPUT.json [WORD]
Programs are separated by blank lines and begin with a comment, their name. The first is the
preamble of all others. With WORD only programs are run whose name has it; the others' results
stay as they are in OUTPUT.json.
"""
import contextlib
import io
import json
import os
import pathlib
import sys
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["COLUMNS"] = "80"

import keras  # noqa: E402
import tensorflow as tf  # noqa: E402

warnings.simplefilter("ignore")
tf.get_logger().setLevel("ERROR")


def run(source):
    keras.backend.clear_session()
    written = io.StringIO()
    case = {}
    with contextlib.redirect_stdout(written):
        try:
            exec(compile(source, "<program>", "exec"), {"__name__": "__main__"})
        except Exception as error:
            case["error"] = f"{type(error).__name__}: {error}"
    case["output"] = written.getvalue()
    return case


preamble, *programs = pathlib.Path(sys.argv[1]).read_text().strip().split("\n\n")
target = pathlib.Path(sys.argv[2])
known = {}
if target.exists():
    known = {case["source"]: case for case in json.loads(target.read_text())["cases"]}
word = sys.argv[3] if len(sys.argv) > 3 else ""
cases = []
for source in programs:
    if word and word not in source.splitlines()[0] and source in known:
        cases.append(known[source])
        continue
    cases.append({"source": source} | run(preamble + "\n" + source))
    print(source.splitlines()[0], cases[-1].get("error", ""), file=sys.stderr)
text = json.dumps({"preamble": preamble, "cases": cases}, ensure_ascii=False, indent=0)
target.write_text(text + "\n")
print(keras.__version__, len(cases), "programs", file=sys.stderr)
