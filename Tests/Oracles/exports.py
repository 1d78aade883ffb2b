"""Gives eleven exported notebooks to nbformat, nbconvert, Jupytext, nbdime, papermill and nbclient: nothing may warn.

    python3 Tests/Oracles/exports.py .build/debug/caderno [OUTPUT]
    # with nbformat 5.11, nbconvert 7.17, nbclient 0.11, jupytext 1.19.6, nbdime 4.0.4, papermill 2.7 and ipykernel

The lessons stand in exports.txt. Each is exported by `convert`, and by `run -o` with its outputs; the first is run
in its place too. OUTPUT keeps the files, for a look at them in a browser.
"""
import contextlib
import copy
import importlib.metadata
import logging
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

import jupytext
import nbconvert
import nbformat
import papermill
from bs4 import BeautifulSoup
from nbclient import NotebookClient
from nbdime import diff_notebooks

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGES = ["nbformat", "nbconvert", "nbclient", "jupytext", "nbdime", "papermill"]
# Lessons of plain Python, whose cells any kernel runs; papermill ends at an error, whatever tags say.
PLAIN = {"python", "tags"}
PAPERMILL = {"python"}
# What the lesson of every output has in its notebook.
EVERY = {
    "stream", "display_data", "execute_result", "error", "text/plain", "text/html", "text/markdown", "text/latex",
    "application/json", "application/javascript", "image/svg+xml", "image/png"}
# Pictures that a lesson shows by IPython's own SVG and Image, for which nbconvert has no words.
BARE = {"every-output": 2}
PARAMETERS = {"directives": {"n": 30}, "python": {"n": 5, "word": "xy"}}


class Kept(logging.Handler):
    """Keeps warnings of all loggers."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.found = []

    def emit(self, record):
        self.found.append(f"{record.name}: {record.getMessage()}")


@contextlib.contextmanager
def watched(step, problems):
    """Collects what warns, and what fails."""
    kept, root = Kept(), logging.getLogger()
    root.addHandler(kept)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            yield
        except Exception as error:  # whatever a program can't do is a finding
            problems.append(f"{step}: {type(error).__name__}: {str(error)[:300]}")
    root.removeHandler(kept)
    # What a program says of its own libraries is not about the notebook.
    about = [entry for entry in told if not issubclass(entry.category, (DeprecationWarning, ResourceWarning))]
    problems += [f"{step}: {entry.category.__name__}: {entry.message}" for entry in about]
    problems += [f"{step}: {text}" for text in kept.found]


def caderno(program, folder, *arguments):
    result = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError(f"caderno {' '.join(arguments)}: {result.returncode}: {result.stderr}")
    return result


def lessons():
    text = (HERE / "exports.txt").read_text()
    for part in text.split("\n==== ")[1:]:
        name, _, source = part.partition("\n")
        path = ROOT / source.strip()
        whole = source.strip().endswith(".md") and "\n" not in source.strip()
        yield name.replace(" ", "-"), path.read_text() if whole else source.rstrip("\n") + "\n"


def cells(notebook):
    return [(cell.cell_type, cell.source, cell.metadata.get("tags", [])) for cell in notebook.cells]


def check_pages(path, problems, bare):
    for exporter in (nbconvert.HTMLExporter, nbconvert.MarkdownExporter, nbconvert.PythonExporter):
        with watched(exporter.__name__, problems):
            body, _ = exporter().from_filename(str(path))
            if re.search(r"^caderno:|^---$", body, re.MULTILINE) and exporter is not nbconvert.PythonExporter:
                problems.append(f"{exporter.__name__}: front matter is shown")
            if exporter is nbconvert.HTMLExporter:
                path.with_suffix(".html").write_text(body)
                words = [image.get("alt", "") for image in BeautifulSoup(body, "html.parser").find_all("img")]
                without = [each for each in words if not each or each.startswith("No description")]
                if len(without) != bare:
                    problems.append(f"HTMLExporter: {len(without)} pictures have no words")
    told = f"HTMLExporter: traitlets: Alternative text is missing on {bare} image(s)."
    problems[:] = [problem for problem in problems if problem != told]


def check_jupytext(program, folder, name, problems):
    with watched("jupytext", problems):
        notebook = nbformat.read(folder / f"{name}.ipynb", as_version=4)
        script = jupytext.writes(copy.deepcopy(notebook), fmt="py:percent")
        (folder / f"{name}.jupytext.py").write_text(script)
        back = jupytext.reads(script, fmt="py:percent")
        own = jupytext.read(folder / f"{name}.py", fmt="py:percent")
        if cells(own) != cells(notebook):
            problems.append("jupytext: other cells are read from Caderno's script")
        if cells(back) != cells(own):
            problems.append("jupytext: its own script has other cells")
        without = re.sub(r"#       jupytext_version: .*\n", "", script)
        if without != (folder / f"{name}.py").read_text():
            problems.append("jupytext: its script has other bytes")
        for given in (f"{name}.py", f"{name}.jupytext.py"):
            caderno(program, folder, "convert", given, "back.md", "--force")
            first, second = ((folder / f"{each}.md").read_text() for each in ("canonical", "back"))
            if first != second:
                problems.append(f"convert: {given} gives another lesson")


def check_papermill(program, folder, name, problems):
    with watched("papermill", problems):
        parameters = PARAMETERS.get(name, {})
        target = folder / f"{name}.papermill.ipynb"
        papermill.execute_notebook(
            str(folder / f"{name}.ipynb"), str(target), parameters=parameters if name in PAPERMILL else {},
            prepare_only=name not in PAPERMILL, progress_bar=False, kernel_name="python3")
        nbformat.validate(nbformat.read(target, as_version=4))
    if not parameters:
        return
    # Without a cell tagged parameters papermill warns, and puts its own at the top.
    logging.disable(logging.WARNING)
    papermill.execute_notebook(
        str(folder / f"{name}.ipynb"), str(target), parameters=parameters, prepare_only=True, progress_bar=False,
        kernel_name="python3")
    logging.disable(logging.NOTSET)
    with watched("papermill, run", problems):
        caderno(program, folder, "run", target.name, "-o", f"{name}.papermill.txt", "--force")
        text = (folder / f"{name}.papermill.txt").read_text()
        wanted = {"directives": "30", "python": "xyxyxyxyxy"}[name]
        if wanted not in text:
            problems.append(f"papermill: its parameters are not in the outputs: {text}")


def check_nbclient(program, folder, name, problems):
    """The kernel's outputs and ours are of the same kinds."""
    if name not in PLAIN:
        return
    with watched("nbclient", problems):
        run = nbformat.read(folder / f"{name}.ipynb", as_version=4)
        NotebookClient(run, kernel_name="python3").execute()
        own = nbformat.read(folder / f"{name}.run.ipynb", as_version=4)
        shown = [[[(output.output_type, output.get("text"), output.get("ename")) for output in cell.outputs]
                  for cell in notebook.cells if cell.cell_type == "code"] for notebook in (run, own)]
        if shown[0] != shown[1]:
            problems.append(f"nbclient: other outputs: {shown[0]} and {shown[1]}")


def check_kinds(notebook, name, problems):
    """The lesson of every output has outputs of all kinds and forms."""
    if name != "every-output":
        return
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    found = {output.output_type for output in outputs} | {form for output in outputs for form in output.get("data", {})}
    if EVERY - found:
        problems.append(f"outputs: there is no {', '.join(sorted(EVERY - found))}")


def check(program, folder, name, text):
    problems = []
    (folder / f"{name}.md").write_text(text)
    placed = folder / f"{name}.place.ipynb"
    with watched("caderno", problems):
        for kind in ("ipynb", "py"):
            caderno(program, folder, "convert", f"{name}.md", f"{name}.{kind}", "--force")
        caderno(program, folder, "convert", f"{name}.ipynb", "canonical.md", "--force")
        caderno(program, folder, "run", f"{name}.md", "-o", f"{name}.run.ipynb", "--force", "--fallback-data",
                "digits", "--offline", "--max-epochs", "1")
        placed.write_bytes((folder / f"{name}.ipynb").read_bytes())
        caderno(program, folder, "run", placed.name, "--fallback-data", "digits", "--offline", "--max-epochs", "1")
    for path in (folder / f"{name}.ipynb", folder / f"{name}.run.ipynb", placed):
        with watched("nbformat", problems):
            notebook = nbformat.read(path, as_version=4)
            nbformat.validate(notebook)
            if (nbformat.writes(notebook) + "\n").encode() != path.read_bytes():
                problems.append("nbformat: it writes other bytes")
            if path != folder / f"{name}.ipynb":
                check_kinds(notebook, name, problems)
        check_pages(path, problems, BARE.get(name, 0) if path != folder / f"{name}.ipynb" else 0)
        with watched("nbdime", problems):
            if diff_notebooks(notebook, nbformat.read(path, as_version=4)):
                problems.append("nbdime: a notebook differs from itself")
    with watched("nbdime", problems):
        before = nbformat.read(folder / f"{name}.ipynb", as_version=4)
        after = nbformat.read(folder / f"{name}.run.ipynb", as_version=4)
        kinds = {entry["key"] for entry in diff_notebooks(before, after)}
        if kinds - {"cells", "metadata"}:
            problems.append(f"nbdime: a run changed {kinds}")
    check_jupytext(program, folder, name, problems)
    check_papermill(program, folder, name, problems)
    check_nbclient(program, folder, name, problems)
    return problems


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES))
    count = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else scratch).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in lessons():
            problems = check(program, folder, name, text)
            count += len(problems)
            print(f"{name}: {'fine' if not problems else ''}")
            for problem in problems:
                print(f"  {problem}")
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
