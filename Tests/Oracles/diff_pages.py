#!/usr/bin/env python3
"""Holds pages of `caderno diff --html` to axe-core's rules and to sizes, in Chromium, light and dark, narrow and wide.

Makes runs of lessons on the built-in digits, compares them, and asks of each page what page_sizes.py asks; and whether
the first Tab reaches the skip link.

Needs axe-playwright-python and Chromium. Usage: diff_pages.py [--caderno FILE] [--shots FOLDER]
Exit status: 0 nothing found, or no Chromium; 1 otherwise.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

import browser
import page_sizes

LESSON = """---
lang: LANGUAGE
---

# Digits

```yaml {.data #digits}
dataset: digits
limit: {train: 300, test: 100}
```

```python {.model #net}
Flatten(input_shape=(28, 28, 1))
Dense(10, activation='softmax')
```

```yaml {.summary #layers}
model: net
```

```yaml {.fit #training}
model: net
data: digits
epochs: 3
optimizer: rmsprop
loss: sparse_categorical_crossentropy
metrics: [accuracy]
validation: digits.test
```

```yaml {.evaluate #exam}
model: net
data: digits.test
per_class: true
confusion: true
```

```yaml {.predict #mistakes}
model: net
data: digits.test
worst: 6
```
"""

CELLS = """---
caderno:
  python: keras
---

# Cells

```python
import matplotlib.pyplot as plt
heights = [3.5, 2.5, 1.5]
plt.plot(heights, label='height')
plt.title('Heights')
plt.legend()
plt.show()
```

```python
import pandas as pd
pd.DataFrame({'count': [1200, 3400], 'name': ['one', 'two']})
```

```python
print('In all 1,200 of 3,400, a line that is longer than a narrow screen can show at once, as such lines are')
print('the same in both')
```
"""

# What is to be compared: a lesson's text, and what its second run has instead.
CASES = {
    "epochs": (LESSON.replace("LANGUAGE", "en"), [("epochs: 3", "epochs: 4")]),
    "scales": (LESSON.replace("LANGUAGE", "pt-BR"), [
        ("optimizer: rmsprop", "optimizer: SGD(learning_rate=40.0)"),
        ("```yaml {.summary #layers}\nmodel: net\n```\n", "")]),
    "cells": (CELLS, [("2.5, 1.5", "2.75, 2.0"), ("[1200", "[1250"), ("1,200 of", "1,250 of")]),
}

def run(caderno, *words, cwd):
    done = subprocess.run([caderno, *words], cwd=cwd, capture_output=True, text=True)
    assert done.returncode in (0, 1), (words, done)


def made(caderno, folder, name, text, changes):
    """The pages of one case: of two runs, and of two lessons as they stand."""
    folder = folder / name
    folder.mkdir()
    (folder / "a.md").write_text(text)
    run(caderno, "run", "a.md", "--quiet", cwd=folder)
    other = text
    for old, new in changes:
        assert old in other, (name, old)
        other = other.replace(old, new)
    (folder / "b.md").write_text(other)
    run(caderno, "run", "b.md", "--quiet", cwd=folder)
    for page, sides in (("runs", ("a.md@latest", "b.md@latest")), ("lessons", ("a.md", "b.md"))):
        path = folder / f"{name}-{page}.html"
        run(caderno, "diff", *sides, "--html", path.name, cwd=folder)
        yield path


def finds(axe, tab, width):
    """What is wrong with the open page, as texts."""
    yield from page_sizes.finds(axe, tab, width)
    tab.keyboard.press("Tab")
    if tab.evaluate("document.activeElement.className") != "skip":
        yield "the first Tab doesn't reach the skip link"


def main():
    parser = argparse.ArgumentParser()
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    parser.add_argument("--caderno", default=root / ".build/release/caderno")
    parser.add_argument("--shots", help="a folder for pictures of the pages, printed ones too")
    arguments = parser.parse_args()
    chromium = browser.find()
    if not chromium:
        print("skipped: there is no Chromium here")
        return 0
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    count, found, axe = 0, 0, Axe()
    caderno = os.path.abspath(arguments.caderno)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        program = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pages = [page for case, (text, changes) in CASES.items()
                 for page in made(caderno, pathlib.Path(name), case, text, changes)]
        for page in pages:
            for scheme, width, tab in page_sizes.opened(program, page, arguments.shots):
                count += 1
                for what in finds(axe, tab, width):
                    found += 1
                    print(f"{page.name}, {scheme}, {width}: {what}", flush=True)
                if arguments.shots and scheme == "dark" and width == 1280:
                    tab.pdf(path=f"{arguments.shots}/{page.stem}.pdf")
        program.close()
    print(f"{len(pages)} pages, opened {count} times, {found} finds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
