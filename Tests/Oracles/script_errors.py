"""Writes Tests/Fixtures/scripts/errors.json: for each script that ends with an error what CPython prints.

    python3.12 Tests/Oracles/script_errors.py          # with CPython 3.12.1, nothing else installed

The scripts stand in script_errors.txt. The folder of the script is left out of paths.
"""
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "Fixtures/scripts/errors.json"


def scripts():
    text = (HERE / "script_errors.txt").read_text()
    for part in text.split("\n==== ")[1:]:
        name, _, source = part.partition("\n")
        yield name, source if source.endswith("\n") else source + "\n"


def run(source):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "lesson.py").write_text(source)
        result = subprocess.run([sys.executable, "lesson.py"], cwd=folder, capture_output=True, text=True)
    place = os.path.realpath(folder) + "/"
    return {"status": result.returncode, "output": result.stdout, "errors": result.stderr.replace(place, "")}


if __name__ == "__main__":
    cases = [{"name": name, "source": source, **run(source)} for name, source in scripts()]
    made = {"python": platform.python_version(), "cases": cases}
    TARGET.write_text(json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    print(f"{len(cases)} scripts")
