#!/usr/bin/env python3
"""What CPython's parser says about snippets of Keras notation.

Reads snippets separated by lines of `#----` from the file named first, adds random programs and
mutations made from them with a fixed seed, and writes JSON: for each source either the tree in the
normal form of Tests/PythonSyntaxTests/NormalForm.swift, or the message and the place of the error.

    python3.12 Tests/Oracles/python_ast.py SNIPPETS OUTPUT [--seed N] [--random N] [--mutated N]

CPython 3.12 or later: before it, f-strings could not hold their own quotes.
"""
import argparse
import ast
import json
import random
import struct
import sys
import warnings

from python_ast_random import Program, mutate

SKIPPED = {"ctx", "type_comment", "type_ignores", "kind", "type_params", "simple"}
PLACELESS = (ast.FormattedValue, ast.alias)


def text(value):
    out = []
    for char in value:
        plain = " " <= char <= "~" and char not in '"\\'
        out.append(char if plain else "\\u{%x}" % ord(char))
    return '"' + "".join(out) + '"'


def constant(value):
    if value is Ellipsis:
        return "..."
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bytes):
        return "b" + value.hex()
    if isinstance(value, int):
        return str(value) if value < 2**63 else "big%d" % (value % 1000000007)
    number = value.imag if isinstance(value, complex) else value
    return type(value).__name__ + struct.pack(">d", number).hex()


class NormalForm:
    def __init__(self, source):
        data = source.encode()
        self.lines = [0]
        index = 0
        while index < len(data):
            if data[index] == 13 and data[index + 1 : index + 2] == b"\n":
                index += 1
            if data[index] in (10, 13):
                self.lines.append(index + 1)
            index += 1

    def place(self, node):
        if not hasattr(node, "lineno") or isinstance(node, PLACELESS):
            return ""
        start = self.lines[node.lineno - 1] + node.col_offset
        end = self.lines[node.end_lineno - 1] + node.end_col_offset
        return "@%d-%d" % (start, end)

    def form(self, node):
        if node is None:
            return "nil"
        if isinstance(node, str):
            return text(node)
        if isinstance(node, int):
            return str(node)
        if isinstance(node, list):
            return "[" + ", ".join(self.form(item) for item in node) + "]"
        if isinstance(node, ast.Constant):
            return "Constant%s(%s)" % (self.place(node), constant(node.value))
        if isinstance(node, ast.JoinedStr):
            return "JoinedStr" + self.place(node) + self.parts(node)
        if isinstance(node, ast.arguments):
            return self.arguments(node)
        if isinstance(node, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop)):
            return type(node).__name__
        fields = [self.form(getattr(node, f)) for f in node._fields if f not in SKIPPED]
        return "%s%s(%s)" % (type(node).__name__, self.place(node), ", ".join(fields))

    def parts(self, node):
        """An f-string's parts have no places: CPython's differ between its versions."""
        out = []
        for part in node.values:
            if isinstance(part, ast.Constant):
                if part.value:  # 3.12 leaves empty ones behind, 3.13 doesn't
                    out.append(constant(part.value))
            else:
                spec = "nil" if part.format_spec is None else self.parts(part.format_spec)
                out.append("Field(%s, %d, %s)" % (self.form(part.value), part.conversion, spec))
        return "[" + ", ".join(out) + "]"

    def arguments(self, node):
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        all_of = [self.argument(a, d) for a, d in zip(positional, defaults)]
        split = len(node.posonlyargs)
        named = [self.argument(a, d) for a, d in zip(node.kwonlyargs, node.kw_defaults)]
        groups = ["[%s]" % ", ".join(g) for g in (all_of[:split], all_of[split:], named)]
        extras = [self.argument(a, None) if a else "nil" for a in (node.vararg, node.kwarg)]
        return "arguments(%s)" % ", ".join(groups + extras)

    def argument(self, node, default):
        annotation = self.form(node.annotation)
        return "arg%s(%s, %s, %s)" % (
            self.place(node), text(node.arg), annotation, self.form(default))


def verdict(source):
    try:
        tree = ast.parse(source)
        return {"source": source, "form": NormalForm(source).form(tree.body)}
    except (SyntaxError, ValueError) as error:
        return {"source": source, "message": getattr(error, "msg", str(error)),
                "line": getattr(error, "lineno", None) or 0}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("snippets")
    parser.add_argument("output")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--random", type=int, default=150)
    parser.add_argument("--mutated", type=int, default=450)
    options = parser.parse_args()
    if sys.version_info < (3, 12):
        sys.exit("CPython 3.12 or later is needed")
    warnings.simplefilter("ignore")
    with open(options.snippets, newline="") as file:
        snippets = [s for s in file.read().split("#----\n") if s]
    stream = random.Random(options.seed)
    programs = [Program(stream).text() for _ in range(options.random)]
    seeds = snippets + programs
    mutated = [mutate(stream, stream.choice(seeds)) for _ in range(options.mutated)]
    sources = list(dict.fromkeys(snippets + programs + mutated))
    cases = [verdict(source) for source in sources if "\0" not in source]
    with open(options.output, "w") as file:
        rows = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
        file.write("[\n" + rows + "\n]\n")
    accepted = sum("form" in case for case in cases)
    print("%d sources, %d accepted" % (len(cases), accepted))


if __name__ == "__main__":
    main()
