"""The lesson's training as a notebook, and what `caderno run` records of it."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

NOTEBOOK = """---
title: Measured
caderno:
  seed: {seed}
---

```yaml {{.data #mnist}}
dataset: mnist
one_hot: true
limit: {{train: {train}, test: {test}}}
```

```python {{.model #cnn}}
Conv2D(32, (3, 3), activation='relu', input_shape=(28, 28, 1))
MaxPooling2D((2, 2))
Conv2D(64, (3, 3), activation='relu')
MaxPooling2D((2, 2))
Conv2D(64, (3, 3), activation='relu')
Flatten()
Dense(64, activation='relu')
Dense(10, activation='softmax')
```

```yaml {{.compile}}
model: cnn
optimizer: rmsprop
loss: categorical_crossentropy
metrics: [accuracy]
```

```yaml {{.fit #training}}
model: cnn
data: mnist
epochs: {epochs}
batch_size: 64
```

```yaml {{.evaluate #test}}
model: cnn
data: mnist.test
```
"""


def values(tree, key):
    """All values under a key, however deep."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(tree, list):
        for value in tree:
            yield from values(value, key)


def run(caderno, data_dir, *, seed=0, train=60000, test=10000, epochs=5, threads=None, isa=None):
    """Runs the lesson in a folder of its own; gives its run record."""
    with tempfile.TemporaryDirectory() as folder:
        notebook = pathlib.Path(folder, "lesson.md")
        notebook.write_text(NOTEBOOK.format(seed=seed, train=train, test=test, epochs=epochs))
        command = [str(caderno), "run", "--quiet", "--offline", "--data-dir", data_dir]
        if threads:
            command += ["--threads", str(threads)]
        environment = dict(os.environ, **({"CADERNO_ISA": isa} if isa else {}))
        result = subprocess.run(
            [*command, str(notebook)], env=environment, capture_output=True, text=True)
        if result.returncode:
            sys.exit(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
        records = sorted(pathlib.Path(folder).glob(".caderno/runs/*/record.json"))
        return json.loads(records[-1].read_text())


def digest(record):
    """The SHA-256 of the weights after the fit."""
    return next(values(record, "weightsSHA256"))


def accuracy(record):
    """The accuracy on the test images."""
    step = next(step for step in record["steps"] if step["id"] == "test")
    metrics = next(output["metrics"] for output in step["outputs"] if output["kind"] == "metrics")
    return next(metric["value"] for metric in metrics if metric["name"] == "accuracy")
