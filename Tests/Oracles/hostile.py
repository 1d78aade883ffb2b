"""Lessons, Jupyter notebooks and records that hold hostile texts: all contexts by all payload groups
of Tests/Fixtures/rendering/hostile.txt, which says how they are written."""

import base64
import json
import pathlib

CELL = "```python {.keras #a}\nprint('x')\n```\n"
FIXTURE = pathlib.Path(__file__).parent.parent / "Fixtures/rendering/hostile.txt"


def sections():
    """Every section's kind, name and text."""
    for part in FIXTURE.read_text().split("\n@@ ")[1:]:
        head, _, text = part.partition("\n")
        kind, _, name = head.partition(" ")
        yield kind, name, text.strip("\n")


def groups(canary):
    """The payloads by their group's name."""
    return {
        name: [line.replace("{{canary}}", canary) for line in text.split("\n")]
        for kind, name, text in sections() if kind == "payloads"
    }


def filled(text, payload, number):
    """A context with a payload in all its places."""
    return (text.replace("{{string}}", json.dumps(payload)[1:-1])
            .replace("{{entities}}", "".join(f"&#{ord(c)};" for c in payload))
            .replace("{{base64}}", base64.b64encode(payload.encode()).decode())
            .replace("{{n}}", str(number)).replace("{{raw}}", payload))


def notebook(cells):
    """A Jupyter notebook of cells as JSON texts."""
    return ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [' + ", ".join(cells)
            + "]}")


def cases(canary):
    """Every case as `(kind, context, group, text)`."""
    for kind, name, text in sections():
        for group, payloads in groups(canary).items() if kind != "payloads" else ():
            if kind in ("markdown", "notebook"):
                parts = [filled(text, payload, n) for n, payload in enumerate(payloads)]
                whole = CELL + "\n" + "\n\n".join(parts) + "\n"
                if kind == "notebook":
                    whole = notebook(parts)
            else:
                whole = filled(text, " ".join(payloads), 0) + "\n"
                if kind == "lesson":
                    whole += "\n" + CELL
            yield kind, name, group, whole


def patched(record, text):
    """A run's record with a context's members in it or in its first step.

    An `id` is the step's: a record whose own isn't its folder's name is passed over.
    """
    record = json.loads(json.dumps(record))
    for name, value in json.loads(text).items():
        (record if name in record and name != "id" else record["steps"][0])[name] = value
    return record
