#!/usr/bin/env python3
"""Records what Matplotlib draws and says.

matplotlib.json: ticks, their texts, limits and colors. layouts.json: for each program of plots_programs.txt the page
that Jupyter shows (`bbox_inches='tight'`) and the places of its axes, in points. values.json: what the expressions
of plots_values.txt are worth.

Usage: plots_matplotlib.py FOLDER. Needs `pip install matplotlib seaborn`.
"""
import ast
import json
import os
import re
import sys
import warnings

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns

warnings.simplefilter("ignore")

SERIES = [
    [0.35, 0.12, 0.08, 0.06, 0.05], [0.891, 0.962, 0.975, 0.981], [1, 2, 3], [0, 10], [0, 100],
    [-5, 5], [0.001, 0.0042], [1e-7, 3e-7], [1234567, 2345678], [0.98, 0.99, 0.985],
    list(range(60)), [0, 1], [2.3, 2.3], [0, 255], [-0.2, 0.7, 0.1], [3, 7, 2, 5], [0, 2.5e6],
    [0.1, 0.2, 0.30000001], [17, 19, 23], [1e3, 2e4], [0.5], [-1e-3, 1e-3], [12, 12.5],
]
MAPS = ["viridis", "gray", "binary", "jet", "hot", "Blues", "RdBu", "coolwarm", "inferno", "seismic", "RdYlBu", "Reds", "turbo",
        "tab20", "RdYlGn", "terrain"]


def ticks(axis, low, high):
    texts = [t.get_text() for t in axis.get_ticklabels()]
    pairs = [(p, t) for p, t in zip(axis.get_ticklocs(), texts) if low <= p <= high]
    return {"places": [p for p, _ in pairs], "texts": [t for _, t in pairs]}


def case(values):
    figure, axes = plt.subplots()
    axes.plot(values)
    figure.canvas.draw()
    result = {"values": values, "x": list(axes.get_xlim()), "y": list(axes.get_ylim()),
              "xTicks": ticks(axes.xaxis, *axes.get_xlim()),
              "yTicks": ticks(axes.yaxis, *axes.get_ylim())}
    plt.close(figure)
    return result


def colors(name):
    steps = np.linspace(0, 1, 33)
    return {"name": name, "steps": [round(float(s), 6) for s in steps],
            "colors": [[round(float(v), 6) for v in matplotlib.colormaps[name](s)[:3]] for s in steps]}


def names():
    return {"plt": plt, "np": np, "sns": sns}


def lines(file):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), file)) as text:
        return [line.rstrip("\n") for line in text if line.strip()]


def reset():
    plt.close("all")
    sns.reset_orig()
    plt.rcdefaults()
    matplotlib.use("Agg")


def layout(source):
    reset()
    exec(source, names())
    figure = plt.gcf()
    figure.canvas.draw()
    page = figure.get_tightbbox(figure.canvas.get_renderer()).padded(0.1)
    width, height = figure.get_size_inches() * 72
    places = [axes.get_position() for axes in figure.axes]
    return {"source": source, "page": [round(v * 72, 2) for v in (page.width, page.height)],
            "frames": [[round(v, 2) for v in (p.x0 * width, (1 - p.y1) * height, p.width * width, p.height * height)]
                       for p in places],
            "x": [list(map(float, axes.get_xlim())) for axes in figure.axes],
            "y": [list(map(float, axes.get_ylim())) for axes in figure.axes]}


def value(source):
    reset()
    given = names()
    *before, last = ast.parse(source).body
    exec(compile(ast.Module(before, []), "cell", "exec"), given)
    try:
        shown = repr(eval(compile(ast.Expression(last.value), "cell", "eval"), given))
    except Exception as error:
        shown = f"{type(error).__name__}: {error}"
    return {"source": source, "shown": re.sub("at 0x[0-9a-f]+", "at 0x\u2026", shown)}


def write(name, content):
    with open(os.path.join(sys.argv[1], name), "w") as file:
        json.dump(content, file, separators=(",", ":"))
        file.write("\n")


write("matplotlib.json", {"matplotlib": matplotlib.__version__, "lines": [case(v) for v in SERIES],
                          "maps": [colors(m) for m in MAPS]})
write("layouts.json", [layout(line) for line in lines("plots_programs.txt")])
write("values.json", [value(line) for line in lines("plots_values.txt")])
