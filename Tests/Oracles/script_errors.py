"""Writes Tests/Fixtures/scripts/{errors,syntax}.json: for each script that ends with an error what CPython prints.

    python3.12 Tests/Oracles/script_errors.py          # with CPython 3.12.1, nothing else installed

The scripts stand in script_errors.txt, and in syntax_errors.txt those that CPython refuses, or warns of, before
it runs them. The folder of the script is left out of paths, and so are frames in Python's own
library and in installed ones, which readers didn't write.
"""
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# A frame of a traceback in Python's own library or in an installed one, with its lines of source.
LIBRARY_FRAME = re.compile(r'^  File "/[^"]+/lib/python3[^"]+", line .*\n(    .*\n)*', re.M)
FIXTURES = HERE.parent / "Fixtures/scripts"


def scripts(name):
    text = (HERE / name).read_text()
    for part in text.split("\n==== ")[1:]:
        name, _, source = part.partition("\n")
        yield name, source if source.endswith("\n") else source + "\n"


def run(source):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "lesson.py").write_text(source)
        result = subprocess.run([sys.executable, "lesson.py"], cwd=folder, capture_output=True, text=True)
    errors = result.stderr.replace(os.path.realpath(folder) + "/", "")
    errors = re.sub(r"/\S+/site-packages/", "", LIBRARY_FRAME.sub("", errors))
    return {"status": result.returncode, "output": result.stdout, "errors": errors}


def write(source, target, **versions):
    cases = [{"name": name, "source": text, **run(text)} for name, text in scripts(source)]
    made = {"python": platform.python_version(), **versions, "cases": cases}
    (FIXTURES / target).write_text(json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    print(f"{len(cases)} scripts")


if __name__ == "__main__":
    write("script_errors.txt", "errors.json")
    write("syntax_errors.txt", "syntax.json")
