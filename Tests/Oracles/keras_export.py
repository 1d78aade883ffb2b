"""Runs lessons that `caderno convert --to-keras` exported in Jupyter with the real Keras.

    python3 Tests/Oracles/keras_export.py .build/release/caderno [--mnist FOLDER] [LESSON ...]

Needs `pip install keras tensorflow-cpu numpy matplotlib nbclient nbformat ipykernel`. Without lessons it takes
those of Tests/Fixtures/keras-export, and with a folder that has MNIST's IDX files the first lesson too, whose
accuracy must reach 0.985. Each notebook is validated and executed whole; models have the layers, the shapes and
the numbers of parameters that Caderno's own summary has.
"""
import argparse
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import keras
import nbclient
import nbformat
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FILES = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"]
# Printed by a last cell: what the kernel's models are.
PROBE = """
import json
found = {}
for name, value in list(globals().items()):
    if isinstance(value, keras.Sequential):
        found[name] = [value.count_params(), list(value.output_shape[1:]), [type(l).__name__ for l in value.layers]]
print(json.dumps(found))
"""


def mnist(folder, home):
    """Writes Keras' archive of the IDX files in a folder."""
    arrays = []
    for name in FILES:
        path = next(path for path in pathlib.Path(folder).rglob(name + "*"))
        data = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
        rank = data[3]
        shape = [int.from_bytes(data[4 + 4 * k:8 + 4 * k], "big") for k in range(rank)]
        arrays.append(np.frombuffer(data[4 + 4 * rank:], np.uint8).reshape(shape))
    (home / "datasets").mkdir(parents=True, exist_ok=True)
    np.savez(home / "datasets/mnist.npz", **dict(zip(["x_train", "y_train", "x_test", "y_test"], arrays)))


# Run before a lesson that loads MNIST: Keras fetches its archive again where the file's sum is another.
LOCAL = """
import keras, numpy, os
def load_data(path="mnist.npz"):
    with numpy.load(os.environ["KERAS_HOME"] + "/datasets/mnist.npz") as data:
        return (data["x_train"], data["y_train"]), (data["x_test"], data["y_test"])
keras.datasets.mnist.load_data = load_data
"""


def executed(program, lesson, folder):
    target = folder / (lesson.stem + ".ipynb")
    subprocess.run([program, "convert", str(lesson), str(target), "--to-keras", "--force", "--quiet"], check=True)
    notebook = nbformat.read(target, 4)
    nbformat.validate(notebook)
    if (folder / "keras/datasets/mnist.npz").exists():
        notebook.cells.insert(0, nbformat.v4.new_code_cell(LOCAL))
    notebook.cells.append(nbformat.v4.new_code_cell(PROBE))
    client = nbclient.NotebookClient(notebook, timeout=3600, resources={"metadata": {"path": str(folder)}})
    client.execute()
    return notebook


def own_models(program, lesson, folder):
    """Parameters, output shape and layers of a lesson's models, as Caderno's summaries have them."""
    ids = [line.split("#")[1].split()[0].rstrip("}") for line in lesson.read_text().splitlines()
           if line.startswith("```python {.model #")]
    probe = folder / "summaries.md"
    source = lesson.read_text() + "".join(f"\n```yaml {{.summary #zz{k}}}\nmodel: {id}\n```\n" for k, id in enumerate(ids))
    probe.write_text(source)
    found = {}
    # Only what needs no training: every directive but models and summaries goes.
    keep = []
    for block in ("\n" + source).split("\n```")[1::2]:
        if block.split("\n")[0].startswith(("python {.model", "yaml {.summary #zz")):
            keep.append("```" + block + "\n```\n")
    probe.write_text("\n".join(keep))
    subprocess.run([program, "run", str(probe), "--quiet", "--no-cache"], check=True)
    record = max(folder.glob(".caderno/runs/*/record.json"))
    for step in json.loads(record.read_text())["steps"]:
        if not step["id"].startswith("zz"):
            continue
        rows = step["outputs"][0]["rows"]
        total = step["outputs"][1]["metrics"][0]["value"]
        shape = [int(part) for part in rows[-1][2].strip("()").replace(",", " ").split()[1:]]
        found[ids[int(step["id"][2:])]] = [int(total), shape, [row[1] for row in rows]]
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--mnist")
    parser.add_argument("lessons", nargs="*", type=pathlib.Path)
    given = parser.parse_args()
    lessons = given.lessons or sorted((ROOT / "Tests/Fixtures/keras-export").glob("*.md"))
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.environ.update(KERAS_HOME=str(folder / "keras"), TF_CPP_MIN_LOG_LEVEL="3")
        if given.mnist:
            mnist(given.mnist, folder / "keras")
            lessons.append(ROOT / "notebooks/redes-convolucionais.md")
        for lesson in lessons:
            notebook = executed(given.program, lesson, folder)
            theirs = json.loads(notebook.cells[-1].outputs[0].text)
            ours = own_models(given.program, lesson, folder)
            for id in ours:
                if theirs.get(id) != ours[id]:
                    print(f"{lesson.name}: {id}: {ours[id]} here, {theirs.get(id)} in Keras")
                    failed += 1
            print(f"{lesson.name}: {len(notebook.cells)} cells ran, {len(ours)} models looked at")
            if lesson.name == "redes-convolucionais.md":
                failed += accuracy(notebook)
    print(f"keras {keras.__version__}, python {sys.version.split()[0]}")
    sys.exit(1 if failed else 0)


def accuracy(notebook):
    lines = [output.text for cell in notebook.cells if cell.cell_type == "code" and cell.source.startswith("teste = ")
             for output in cell.outputs if output.output_type == "stream"]
    value = float(lines[0].split("accuracy: ")[1].split(",")[0].split()[0])
    print(f"the first lesson reaches {value} in Keras")
    return value < 0.985


main()
