#!/usr/bin/env python3
"""Makes the fixtures of JupyterNotebooksTests with nbformat, and validates what Caderno wrote.

    pip install nbformat
    python3 Tests/Oracles/jupyter_notebooks.py make
    python3 Tests/Oracles/jupyter_notebooks.py validate FILE...

`make` writes Tests/Fixtures/jupyter/*.ipynb with nbformat's own writer, and beside them files in the
layouts of other programs, which nbformat reads to the same notebook. `validate` exits with 1 where
nbformat refuses a file, or would write other bytes.
"""

import base64
import json
import struct
import sys
import warnings
import zlib
from pathlib import Path

import nbformat
from nbformat import v3, v4

FOLDER = Path(__file__).parent.parent / "Fixtures" / "jupyter"


def png(width, height):
    """A small picture: a slope from black to white."""
    rows = b"".join(
        b"\0" + bytes(255 * (x + y) // (width + height - 2) for x in range(width))
        for y in range(height)
    )

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PICTURE = base64.b64encode(png(28, 28)).decode()
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">\n<circle cx="2" cy="2" r="1"/>\n</svg>'
KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": "3.12.4",
    },
}


def lesson():
    """What a lesson has: prose, code, every kind of output, attachments, metadata of extensions."""
    table = (
        '<div>\n<table border="1" class="dataframe">\n  <thead>\n    <tr style="text-align: right;">\n'
        "      <th></th>\n      <th>loss</th>\n      <th>accuracy</th>\n    </tr>\n  </thead>\n  <tbody>\n"
        "    <tr>\n      <th>0</th>\n      <td>0.41</td>\n      <td>0.87</td>\n    </tr>\n"
        "    <tr>\n      <th>1</th>\n      <td>0.19</td>\n      <td>0.94</td>\n    </tr>\n"
        "  </tbody>\n</table>\n</div>"
    )
    cells = [
        v4.new_markdown_cell("# Dígitos à mão\n\nUma rede que lê números: *será* que aprende? 🙂", id="title"),
        v4.new_markdown_cell("![um dígito](attachment:sete.png)\n\nE $x^2$ também.", id="a1b2c3d4"),
        v4.new_code_cell(
            "%matplotlib inline\nimport numpy as np\nprint('olá', \"mundo\")\n",
            id="0f9e8d7c",
            execution_count=1,
            outputs=[
                v4.new_output("stream", name="stdout", text="olá mundo\n"),
                v4.new_output("stream", name="stderr", text="Warning: slow\nreally\n"),
            ],
            metadata={"scrolled": True, "jupyter": {"source_hidden": False}},
        ),
        v4.new_code_cell(
            "1 + 1",
            id="sum",
            execution_count=2,
            outputs=[v4.new_output("execute_result", {"text/plain": "2"}, execution_count=2)],
        ),
        v4.new_code_cell(
            "plt.plot(x)\nplt.show()",
            id="plot",
            execution_count=3,
            outputs=[
                v4.new_output(
                    "display_data",
                    {"image/png": PICTURE, "text/plain": "<Figure size 640x480 with 1 Axes>"},
                    metadata={"image/png": {"height": 28, "width": 28}},
                ),
                v4.new_output("display_data", {"image/svg+xml": SVG, "text/plain": "<SVG>"}),
            ],
        ),
        v4.new_code_cell(
            "frame",
            id="frame",
            execution_count=4,
            outputs=[
                v4.new_output(
                    "execute_result",
                    {
                        "text/html": table,
                        "text/plain": "   loss  accuracy\n0  0.41      0.87\n1  0.19      0.94",
                        "application/vnd.example+json": {"b": [1, 2.5, None], "a": True},
                    },
                    execution_count=4,
                )
            ],
        ),
        v4.new_code_cell(
            "1 / 0",
            id="fails",
            execution_count=5,
            outputs=[
                v4.new_output(
                    "error",
                    ename="ZeroDivisionError",
                    evalue="division by zero",
                    traceback=[
                        "\x1b[0;31m---------------------------------------------------------------\x1b[0m",
                        "\x1b[0;31mZeroDivisionError\x1b[0m                  Traceback (most recent call last)",
                        "Cell \x1b[0;32mIn[5], line 1\x1b[0m\n\x1b[0;32m----> 1\x1b[0m 1 / 0\n",
                        "\x1b[0;31mZeroDivisionError\x1b[0m: division by zero",
                    ],
                )
            ],
        ),
        v4.new_code_cell("!pip install keras\n%%time is not at the top", id="magics"),
        v4.new_code_cell("", id="empty"),
        v4.new_markdown_cell("", id="nothing"),
        v4.new_markdown_cell("Ends in two line breaks\n\n", id="breaks", metadata={"tags": ["a -- b > c", "é"]}),
        v4.new_raw_cell("\\begin{equation}\n```\n\\end{equation}", id="raw", metadata={"raw_mimetype": "text/latex"}),
    ]
    cells[1]["attachments"] = {"sete.png": {"image/png": PICTURE}}
    metadata = dict(KERNEL, widgets={"state": {}}, celltoolbar="Slideshow", title="Dígitos")
    return v4.new_notebook(cells=cells, metadata=metadata)


def prose():
    """Prose that must not be taken for structure when it stands in Markdown."""
    texts = [
        "A fence that runs in no notebook:\n\n```python\nprint('shown, not run')\n```\n\nand more.",
        "```yaml {.fit #x}\nepochs: 1\n```",
        "An unclosed fence:\n\n```python\nprint('to the end')",
        "<!-- an unclosed comment\n\nwith text",
        "<!-- cell id=other -->\n\nA marker that is text.",
        "    indented code\n\n- a list\n  ```\n  code\n  ```\n- [ ] task",
        "---\ntitle: no front matter\n---",
        "\n\nblank lines first",
        "<!-- caderno:out id=a key=b -->\n\nx\n\n<!-- /caderno:out sum=c -->",
        "[98 %](run:teste.accuracy)\n\n[ref]: https://example.org",
        "<script>\nunclosed",
        "Text\n===",
        "| a | b |\n| - | - |\n| 1 | 2 |",
        "> quoted\nlazy",
        "1. one\n2. two",
        "carriage\r\nreturns\r\n",
        "~~~\ntilde ``` fence\n~~~",
        "tab\tand nul-like \u0001 \u2028 \x85 separators",
    ]
    cells = [v4.new_markdown_cell(text, id=f"text-{index}") for index, text in enumerate(texts)]
    cells.insert(3, v4.new_code_cell("a = '''\n```\n'''\n# ````", id="ticks"))
    cells.append(v4.new_code_cell("%%bash\nls", id="bash"))
    cells.append(v4.new_code_cell("%%caderno yaml {.fit #treino}\nmodel: cnn\nepochs: 5", id="treino"))
    cells.append(v4.new_code_cell("\n\n\n", id="only-breaks"))
    return v4.new_notebook(cells=cells, metadata=KERNEL)


def older(minor):
    """The same lesson in an earlier minor version: cells have no ids."""
    notebook = lesson()
    for cell in notebook.cells:
        cell.pop("id", None)
    notebook.nbformat_minor = minor
    return notebook


def ancient():
    cells = [
        v3.new_heading_cell("Um título", level=2),
        v3.new_text_cell("markdown", "Prosa com *ênfase*"),
        v3.new_code_cell(
            "print 'oi'\nx",
            prompt_number=3,
            outputs=[
                v3.new_output("stream", "oi\n", stream="stdout"),
                v3.new_output("pyout", "7", prompt_number=3),
                v3.new_output("display_data", "<fig>", output_png=PICTURE),
                v3.new_output(
                    "pyerr", ename="NameError", evalue="no x", traceback=["line one", "line two"]
                ),
            ],
        ),
        v3.new_text_cell("raw", "as it is"),
    ]
    return v3.new_notebook(worksheets=[v3.new_worksheet(cells=cells)], metadata=v3.new_metadata("antigo"))


def normal_form(notebook):
    """What the tests compare: kind, id, source, count and outputs of each cell."""
    cells = []
    for cell in notebook.cells:
        form = [cell.cell_type, cell.get("id"), cell.source, cell.get("execution_count")]
        form.append([output_form(output) for output in cell.get("outputs", [])])
        cells.append(form)
    return cells


def output_form(output):
    kind = output.output_type
    if kind == "stream":
        return [kind, output.name, output.text]
    if kind == "error":
        return [kind, output.ename, output.evalue, list(output.traceback)]
    texts = {name: value for name, value in output.data.items() if isinstance(value, str)}
    return [kind, output.get("execution_count"), sorted(texts.items())]


def write(name, text):
    (FOLDER / name).write_text(text, encoding="utf-8", newline="")


def make():
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = {"lesson-4.5": lesson(), "prose-4.5": prose()}
    made |= {f"lesson-4.{minor}": older(minor) for minor in (0, 2, 4)}
    # Attachments came with 4.1.
    made["lesson-4.0"].cells[1].pop("attachments")
    made["empty"] = v4.new_notebook()
    for name, notebook in made.items():
        nbformat.validate(notebook)
        write(f"{name}.ipynb", nbformat.writes(notebook, version=nbformat.NO_CONVERT) + "\n")
    source = json.loads(v4.writes(lesson()))
    layouts = {
        "two-blanks": json.dumps(source, indent=2),
        "compact": json.dumps(source, separators=(",", ":")),
        "windows": json.dumps(source, indent=4, ensure_ascii=False).replace("\n", "\r\n") + "\r\n",
    }
    for name, text in layouts.items():
        write(f"layout-{name}.ipynb", text)
    write("old-3.ipynb", v3.writes_json(ancient()) + "\n")
    forms = {}
    for path in sorted(FOLDER.glob("*.ipynb")):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
            if notebook.nbformat == 3:
                notebook = v4.upgrade(notebook)
                for cell in notebook.cells:
                    cell.pop("id", None)
        forms[path.name] = normal_form(notebook)
    write("expected.json", json.dumps(forms, indent=1, ensure_ascii=False) + "\n")


def validate(paths):
    failed = False
    for path in paths:
        text = Path(path).read_bytes().decode()
        try:
            notebook = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
            nbformat.validate(notebook)
        except Exception as error:  # pylint: disable=broad-except
            print(f"{path}: {error}")
            failed = True
            continue
        same = nbformat.writes(notebook, version=nbformat.NO_CONVERT) + "\n" == text
        print(f"{path}: valid" + ("" if same else ", but nbformat writes other bytes"))
        failed = failed or not same
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["make"]:
        make()
    elif sys.argv[1:2] == ["validate"] and sys.argv[2:]:
        sys.exit(validate(sys.argv[2:]))
    else:
        sys.exit(__doc__)
