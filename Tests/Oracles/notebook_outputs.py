"""Writes Tests/Fixtures/jupyter/outputs.json: what nbclient puts into notebooks.

    python3 Tests/Oracles/notebook_outputs.py    # with nbclient 0.11.0, ipykernel 7.4.0, IPython 9.18.1,
                                                 # matplotlib and pandas 3.1.1 on CPython 3.12

The notebooks stand in notebook_outputs.txt, each under a line `==== name`, their cells parted by lines `# %%`; a
tag may stand behind it. What differs from run to run is left out: addresses, names of the kernel's files, made-up
names of displays. Pictures of Matplotlib are told of without their bytes. Streams of one name that follow one another
are one, as Jupyter shows them.
"""
import json
import pathlib
import platform
import re
from importlib.metadata import version

import nbclient
import nbformat
from nbformat.v4 import new_code_cell, new_notebook

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "Fixtures/jupyter/outputs.json"


def notebooks():
    text = (HERE / "notebook_outputs.txt").read_text()
    for part in text.split("\n==== ")[1:]:
        name, _, body = part.partition("\n")
        cells = []
        for cell in re.split(r"^# %%", "\n" + body, flags=re.M)[1:]:
            tag, _, source = cell.partition("\n")
            cells.append((tag.strip(), source.rstrip("\n")))
        yield name, cells


def plain(text):
    text = re.sub(r"0x[0-9a-f]{6,}", "0x…", text)
    text = re.sub(r"/tmp/ipykernel_\d+/\d+\.py", "/tmp/ipykernel_…/….py", text)
    return re.sub(r"display_id=[0-9a-f]{32}", "display_id=…", text)


def forms(data):
    isFigure = data.get("text/plain", "").startswith("<Figure size")
    return {
        "image" if isFigure and kind.startswith("image/") else kind:
        "" if isFigure and kind.startswith("image/") else plain(value) if isinstance(value, str) else value
        for kind, value in data.items()
    }


def outputs(cell):
    result = []
    for output in cell.outputs:
        kind = output.output_type
        if kind == "stream":
            last = result[-1] if result else {}
            if last.get("name") == output.name:
                last["text"] = plain(last["text"] + output.text)
            else:
                result.append({"type": kind, "name": output.name, "text": plain(output.text)})
        elif kind == "error":
            result.append({"type": kind, "name": output.ename, "text": plain(output.evalue)})
        else:
            result.append({"type": kind, "forms": forms(output.data)})
    return result


def run(name, cells):
    made = [new_code_cell(source, metadata={"tags": [tag]} if tag else {}) for tag, source in cells]
    notebook = new_notebook(cells=made)
    try:
        nbclient.NotebookClient(notebook, kernel_name="python3", timeout=120).execute()
    except nbclient.exceptions.CellExecutionError:
        pass
    nbformat.validate(notebook)
    return {"name": name, "cells": [
        {"source": source, "tag": tag, "count": cell.execution_count, "outputs": outputs(cell)}
        for (tag, source), cell in zip(cells, notebook.cells)]}


made = {package: version(package) for package in ("nbclient", "ipykernel", "ipython", "pandas", "matplotlib")}
made["python"] = platform.python_version()
made["notebooks"] = [run(*notebook) for notebook in notebooks()]
TARGET.write_text(json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
print(f"{len(made['notebooks'])} notebooks, {sum(len(n['cells']) for n in made['notebooks'])} cells")
