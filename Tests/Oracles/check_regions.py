"""Reads a rendered notebook with markdown-it-py and compares its tables with the run record.

Usage: check_regions.py NOTEBOOK.md RECORD.json
Every table, history and metrics of the record must be there as a GFM table with as many rows and
columns, and every figure as an image whose file exists beside the notebook.
Exit status: 0 all there, 1 not, 2 markdown-it-py is missing.
"""
import json
import pathlib
import re
import sys
import urllib.parse

try:
    from markdown_it import MarkdownIt
except ImportError:
    sys.exit(2)

path = pathlib.Path(sys.argv[1])
record = json.loads(pathlib.Path(sys.argv[2]).read_text())
regions = dict(re.findall(
    r"<!-- caderno:out id=(\S+) [^\n]*-->\n(.*?)\n<!-- /caderno:out", path.read_text(), re.S))
failed = False


def check(condition, words):
    global failed
    if not condition:
        failed = True
        print(words)


for step in record["steps"]:
    if step.get("hide") in ("output", "all") or not step["outputs"]:
        continue
    tokens = MarkdownIt("commonmark").enable("table").parse(regions[step["id"]])
    tables, images = [], []
    for token in tokens:
        if token.type == "table_open":
            tables.append([])
        if token.type == "tr_open":
            tables[-1].append(0)
        if token.type in ("th_open", "td_open"):
            tables[-1][-1] += 1
        images += [c for c in token.children or [] if c.type == "image"]
    for output in step["outputs"]:
        where = f"{step['id']}: {output.get('name')}"
        if output["kind"] in ("table", "history", "metrics"):
            rows = len(output["rows"]) if "rows" in output else 1
            if output["kind"] == "table":
                columns = sum(not c["isVolatile"] for c in output["columns"])
            else:
                columns = len(output["metrics"]) + (output["kind"] == "history")
            check(tables and tables.pop(0) == [columns] * (rows + 1), f"{where}: another table")
        if output["kind"] == "figure":
            image = images.pop(0) if images else None
            check(image and image.content == output["alt"], f"{where}: another image")
            name = urllib.parse.unquote(image.attrs["src"]) if image else ""
            check((path.parent / name).is_file(), f"{where}: no file {name}")
    check(not tables and not images, f"{step['id']}: more than the record has")
sys.exit(1 if failed else 0)
