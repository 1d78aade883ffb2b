#!/usr/bin/env python3
"""Holds pages of `caderno diff --html` to axe-core's rules and to sizes, in Chromium, light and dark, narrow and wide.

Makes runs of lessons on the built-in digits, compares them, and asks of each page: axe-core finds nothing (WCAG A
and AA, best practices); the page doesn't scroll sideways; no text is smaller than 9 pixels at a width of 390, nor
than 11 at 1,280; the first Tab reaches the skip link, and every box that scrolls can be reached.

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

SIZES = """least => {
  const small = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('title, desc, .unseen, style')) continue;
    const scale = element.closest('svg') ? element.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * Math.abs(scale || 1);
    if (size < least - 0.05) small.add(`${node.data.trim().slice(0, 30)} (${size.toFixed(1)} px)`);
  }
  return [...small];
}"""

SCROLLS = """() => [...document.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1
  && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
  && !(e.tabIndex >= 0 && (e.getAttribute('aria-label') || e.closest('[aria-label]'))))
  .map(e => `${e.tagName} ${e.className}`)"""


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
    for violation in axe.run(tab).response["violations"]:
        yield f"axe: {violation['id']}: {violation['nodes'][0]['html'][:120]}"
    if tab.evaluate("document.documentElement.scrollWidth") > width:
        yield "the page scrolls sideways"
    for text in tab.evaluate(SIZES, 9 if width < 600 else 11):
        yield f"too small: {text}"
    for box in tab.evaluate(SCROLLS):
        yield f"scrolls without the keyboard or a name: {box}"
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
            for scheme in ("light", "dark"):
                for width in (390, 1280):
                    tab = program.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                    tab.goto(page.as_uri())
                    if arguments.shots:
                        tab.screenshot(
                            path=f"{arguments.shots}/{page.stem}-{scheme}-{width}.png", full_page=True)
                    # The policy allows no script of the page's; axe comes from outside of it.
                    tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
                    count += 1
                    for what in finds(axe, tab, width):
                        found += 1
                        print(f"{page.name}, {scheme}, {width}: {what}", flush=True)
                    if arguments.shots and scheme == "dark" and width == 1280:
                        tab.pdf(path=f"{arguments.shots}/{page.stem}.pdf")
                    tab.close()
        program.close()
    print(f"{len(pages)} pages, opened {count} times, {found} finds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
