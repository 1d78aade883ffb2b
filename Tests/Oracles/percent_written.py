"""Writes Tests/Fixtures/scripts/written.json: the percent scripts that Jupytext makes of notebooks.

    python3 Tests/Oracles/percent_written.py          # with jupytext 1.19.6 installed

The notebooks are those of Tests/Fixtures/jupyter, those that Jupytext makes of the scripts in percent_scripts.txt,
and a few below. Each script must read back as the notebook's cells, or the case is left out and said.
"""
import json
import pathlib
import re

import jupytext
import nbformat
from nbformat.v4 import new_code_cell as code
from nbformat.v4 import new_markdown_cell as markdown
from nbformat.v4 import new_notebook
from nbformat.v4 import new_raw_cell as raw

from percent_scripts import OWN, scripts

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent / "Fixtures"
TARGET = FIXTURES / "scripts/written.json"
FRONT = "---\ntitle: Dígitos\n\ncaderno:\n  seed: 3\n---"
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}

CELLS = {
    "directives": [
        raw(FRONT, metadata={"raw_mimetype": "application/yaml"}), markdown("# A\n\ntext"),
        code("%%caderno yaml {.fit #a}\nepochs: 1\n# a comment\n\n"), code("%%caderno yaml {.fit}"),
        code("\n%%caderno\tpython {.model}\nDense(1)"),
    ],
    "tags": [
        code("1/0", metadata={"tags": ["raises-exception"]}),
        code("x", metadata={"tags": ["hide-input", "é\"\n"], "a": None, "b": {"c": [1, 2.5]}, "d": True}),
        markdown("text", metadata={"tags": ["remove-cell"]}), code("y", metadata={"tags": []}),
        code("z", metadata={"collapsed": True, "scrolled": False, "execution": {"x": "1"}}),
        raw("raw\n\ntext", metadata={"raw_mimetype": "text/html"}),
    ],
    "magics": [
        code("%matplotlib inline\n!ls -l\nls -l\nls = 1\nls  = 1\nfiles = !ls\nx = %time 1\nprint?\n?print\n??p"),
        code("if x:\n    %time y\n    !ls\n    cat x\n# %time\n# # %time\n#%time\n#  %time\n# ls\nx = 5 % y"),
        code("%time x \\\n  + 1\ny\n%time z # noescape\n\"\"\"\n%time\n\"\"\"\nf(a)?\n# is it?\nwhy?"),
        code("%%bash -e x\nls\n\necho 1"), code("%%html\n<p>"), code("%%time\nx"), code("%%writefile a.py\nls"),
        code("%%python3\nprint(1)"), code("%%bash"), code("    x = 1\n    y"), code(""), code("\n\nx"),
    ],
    "spacing": [
        code("def f():\n    return 1"), code("x = 1"), code("def g():\n    pass"), markdown("text"),
        code("class A:\n    a = 1\n\n    # the end"), code("# a comment\n@b\ndef f(): pass"), code("x = 1\n"),
        code("async def f():\n    \"\"\"\ntext\n\"\"\""), code("x\n\n\n"), code("def f(): pass\n\n\n"), code("y"),
        markdown("a\n\nb\n"), markdown(""), code("x = (\n  1\n)"), code("def f(\n  x\n): pass"), markdown("z"),
        code("x = f(1)\n"), markdown("# prose\n\nmore"), code("def last():\n  return 2"),
    ],
    "titles": [
        code("x", metadata={"title": "A title", "a": 1}), code("y", metadata={"title": "a=b {c}"}),
        code("z", metadata={"cell_depth": 1}), code("z", metadata={"cell_depth": 2, "title": "t"}),
        markdown("m", metadata={"title": "M", "region_name": "md"}), markdown("m", metadata={"cell_marker": '"""'}),
        markdown("a \\ b\n\nc", metadata={"cell_marker": "'''"}),
        markdown("one", metadata={"cell_marker": 'r""",\n"""'}),
        code("x", metadata={"active": "ipynb"}), code("x", metadata={"tags": ["active-ipynb"]}),
        code("x", metadata={"tags": ["active-ipynb-py"]}), code("x", metadata={"lines_to_next_cell": 0}), code("y"),
    ],
    "empty": [],
}
METADATA = {
    "directives": KERNEL, "tags": {"kernelspec": {"display_name": "Ação 'x': 3", "language": "python", "name": "0"}},
    "magics": KERNEL | {"language_info": {"name": "python"}, "other": 1}, "titles": {"jupytext": {"formats": "ipynb"}},
}


def notebooks():
    for path in sorted((FIXTURES / "jupyter").glob("*.ipynb")):
        if path.name != "old-3.ipynb":
            yield path.name, nbformat.read(path, as_version=4)
    for name, source in scripts():
        notebook = jupytext.reads(source, fmt="py:percent")
        # Without the filters by which Jupytext keeps a script without a header as it is.
        notebook.metadata = KERNEL
        yield name, notebook
    for name, cells in CELLS.items():
        yield name, new_notebook(cells=cells, metadata=METADATA.get(name, {}))


def plain(notebook):
    """Without what Jupytext keeps for its own writer alone."""
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number + 1}"
        cell.metadata = {key: value for key, value in cell.metadata.items()
                         if key not in OWN or key == "lines_to_next_cell" and value == 0}
    return notebook


cases, differing = [], []
for name, notebook in notebooks():
    notebook = plain(notebook)
    # As it stands in a file; Jupytext changes what it is given.
    given = json.loads(nbformat.writes(notebook))
    script = jupytext.writes(nbformat.reads(json.dumps(given), as_version=4), fmt="py:percent")
    back = jupytext.reads(script, fmt="py:percent").cells
    sources = [(cell["cell_type"], "".join(cell["source"])) for cell in given["cells"]]
    if [(cell.cell_type, cell.source) for cell in back] != sources:
        differing.append(name)
    script = re.sub(r"#       jupytext_version: .*\n", "", script)
    cases.append({"name": name, "notebook": json.dumps(given), "script": script})
made = {"jupytext": jupytext.__version__, "cases": cases, "differing": differing}
TARGET.write_text(json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
print(f"{len(cases)} notebooks; Jupytext reads back other cells of {differing}")
