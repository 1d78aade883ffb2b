#!/usr/bin/env python3
"""Damages lessons in the ways in which their authors do, and counts how often `caderno lint` finds it.

Usage: mutate_lessons.py CADERNO FOLDER [EACH]. The lessons are the scripts and notebooks of the folder that `lint` finds
nothing in; EACH is how many places of each kind are damaged in each of them (8). A mutant counts as found if `lint` ends
with 2 and names a line. Prints the share for each kind, and each mutant that was missed.
"""
import ast
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

caderno, folder = sys.argv[1:3]
each = int(sys.argv[3]) if len(sys.argv) > 3 else 8
pick = random.Random(5)
OF_ARRAYS = {"reshape", "astype", "shape", "flatten", "ravel", "mean", "max", "min", "sum", "argmax", "argmin", "T", "copy",
             "dtype", "transpose", "ndim", "size", "tolist", "std", "round", "diagonal", "squeeze"}
NEEDY = {"Dense", "Conv2D", "Embedding", "Dropout", "to_categorical", "imshow", "title", "xlabel", "ylabel", "expand_dims",
         "linspace", "confusion_matrix", "classification_report", "set_title", "add",
         "fit_transform", "transform", "set_xlabel", "set_ylabel", "predict", "pad_sequences", "astype"}
LOSSES = re.compile(r"loss='(\w+)'")


def misspelt(name):
    """Two letters exchanged, or one doubled."""
    places = [i for i in range(len(name) - 1) if name[i] != name[i + 1]]
    if not places:
        return name + name[-1]
    i = pick.choice(places)
    return name[:i] + name[i + 1] + name[i] + name[i + 2:]


def source_of(path):
    if path.suffix == ".py":
        return path.read_text()
    cells = json.loads(path.read_text()).get("cells", [])
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


class Text:
    """A lesson's text with the places of its syntax tree."""

    def __init__(self, source):
        self.source = source
        self.starts = [0]
        for line in source.encode().splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.tree = ast.parse(source)
        self.nodes = list(ast.walk(self.tree))
        self.modules = {(name.asname or name.name).split(".")[0] for node in self.nodes
                        if isinstance(node, (ast.Import, ast.ImportFrom)) for name in node.names}

    def place(self, line, column):
        return self.starts[line - 1] + column

    def changed(self, start, end, new):
        data = self.source.encode()
        return (data[:start] + new.encode() + data[end:]).decode()

    def replace(self, node, new):
        return self.changed(self.place(node.lineno, node.col_offset), self.place(node.end_lineno, node.end_col_offset), new)

    def written(self, node):
        return ast.get_source_segment(self.source, node)


def attributes(text, wanted):
    for node in text.nodes:
        if not isinstance(node, ast.Attribute):
            continue
        root = node.value
        while isinstance(root, ast.Attribute):
            root = root.value
        is_module = isinstance(root, ast.Name) and root.id in text.modules
        kind = "module" if is_module else "array" if node.attr in OF_ARRAYS else "object"
        if kind == wanted and isinstance(node.ctx, ast.Load):
            end = text.place(node.end_lineno, node.end_col_offset)
            yield text.changed(end - len(node.attr), end, misspelt(node.attr))


def called(node):
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def calls(text):
    return [node for node in text.nodes if isinstance(node, ast.Call)]


def keywords(text):
    for call in calls(text):
        for keyword in call.keywords:
            if keyword.arg and called(call) not in ("dict", "print"):
                start = text.place(keyword.lineno, keyword.col_offset)
                yield text.changed(start, start + len(keyword.arg), misspelt(keyword.arg))


def missing(text):
    for call in calls(text):
        if called(call) in NEEDY and call.args:
            rest = ", ".join(f"{k.arg}={text.written(k.value)}" for k in call.keywords if k.arg)
            yield text.replace(call, f"{text.written(call.func)}({rest})")


def fits(text):
    return [call for call in calls(text) if called(call) == "fit" and len(call.args) > 1]


def axes(text):
    for call in fits(text):
        for change in ("{}[:, None]", "{}[0]", "{}.reshape(-1)"):
            yield text.replace(call.args[0], change.format(text.written(call.args[0])))


def units(text):
    dense = [call for call in calls(text) if called(call) == "Dense" and call.args]
    if dense:
        last = max(dense, key=lambda call: (call.lineno, call.col_offset))
        for number in (7, 3, 12):
            yield text.replace(last.args[0], str(number))


def losses(text):
    for match in LOSSES.finditer(text.source):
        for _ in range(3):
            yield text.source[:match.start(1)] + misspelt(match[1]) + text.source[match.end(1):]


def renamed(text):
    for statement in text.tree.body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        for target in targets:
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            for name in names:
                others = [n for n in text.nodes if isinstance(n, ast.Name) and n.id == getattr(name, "id", None)]
                stored = [n for n in others if isinstance(n.ctx, ast.Store)]
                if len(stored) == 1 and len(others) > 1:
                    yield text.replace(name, name.id + "_new")


def shapes(text):
    for call in calls(text):
        for keyword in call.keywords:
            if keyword.arg in ("input_shape", "shape") and isinstance(keyword.value, ast.Tuple):
                extents = [text.written(extent) for extent in keyword.value.elts]
                for new in (["5"] + extents, extents[:-1] + [str(int(extents[-1]) + 1)], extents[1:] + ["9", "9"]):
                    yield text.replace(keyword.value, f"({', '.join(new)},)")


KINDS = {
    "attribute of a module": lambda text: attributes(text, "module"),
    "attribute of an object": lambda text: attributes(text, "object"),
    "attribute of an array": lambda text: attributes(text, "array"),
    "keyword": keywords, "missing argument": missing, "axes in fit": axes, "units and labels": units, "loss": losses,
    "renamed variable": renamed, "input_shape": shapes,
}


def lint(source):
    """Whether something is found with a line, and what is said."""
    with tempfile.TemporaryDirectory() as place:
        path = pathlib.Path(place) / "lesson.py"
        path.write_text(source)
        run = subprocess.run([caderno, "lint", str(path)], capture_output=True, text=True)
        said = run.stdout + run.stderr
        return run.returncode == 2 and re.search(r"lesson\.py:\d+:\d+: error", said) is not None, said


found, tried = collections.Counter(), collections.Counter()
for path in sorted(pathlib.Path(folder).rglob("*")):
    if path.suffix not in (".py", ".ipynb"):
        continue
    try:
        text = Text(source_of(path))
    except (SyntaxError, ValueError):
        continue
    if lint(text.source)[0]:
        print(f"{path.name}: passed over, since lint finds something in it")
        continue
    for kind, mutants in KINDS.items():
        made = list(dict.fromkeys(mutants(text)))
        for mutant in pick.sample(made, min(each, len(made))):
            tried[kind] += 1
            if lint(mutant)[0]:
                found[kind] += 1
            else:
                pairs = zip(text.source.splitlines(), mutant.splitlines())
                line = next((b for a, b in pairs if a != b), "")
                print(f"missed: {path.name}: {kind}: {line.strip()}")
for kind in KINDS:
    if tried[kind]:
        print(f"{kind}: {found[kind]} of {tried[kind]}, {100 * found[kind] / tried[kind]:.0f} %")
total = sum(tried.values())
print(f"all: {sum(found.values())} of {total}, {100 * sum(found.values()) / max(total, 1):.0f} %")
