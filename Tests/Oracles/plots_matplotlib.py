#!/usr/bin/env python3
"""Records where Matplotlib puts ticks, what they say, and the limits of axes.

Usage: plots_matplotlib.py OUTPUT. Needs `pip install matplotlib`.
"""
import json
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

SERIES = [
    [0.35, 0.12, 0.08, 0.06, 0.05], [0.891, 0.962, 0.975, 0.981], [1, 2, 3], [0, 10], [0, 100],
    [-5, 5], [0.001, 0.0042], [1e-7, 3e-7], [1234567, 2345678], [0.98, 0.99, 0.985],
    list(range(60)), [0, 1], [2.3, 2.3], [0, 255], [-0.2, 0.7, 0.1], [3, 7, 2, 5], [0, 2.5e6],
    [0.1, 0.2, 0.30000001], [17, 19, 23], [1e3, 2e4], [0.5], [-1e-3, 1e-3], [12, 12.5],
]
MAPS = ["viridis", "gray", "binary", "jet", "hot", "Blues", "RdBu", "coolwarm"]


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


with open(sys.argv[1], "w") as file:
    json.dump({"matplotlib": matplotlib.__version__, "lines": [case(v) for v in SERIES],
               "maps": [colors(m) for m in MAPS]}, file, separators=(",", ":"))
    file.write("\n")
