#!/usr/bin/env python3
"""Writes Sources/Python/Matplotlib/Color/ColormapTables.swift and Sources/Python/Matplotlib/Drawing/TextWidths.swift.

Needs `pip install matplotlib seaborn fonttools`. Colors are Matplotlib's (its colormaps viridis, plasma, inferno and
magma are public domain; the others come from the definitions that Matplotlib cites) and seaborn's;
widths are the advances of DejaVu Sans, which Matplotlib brings along.
"""
import os

import matplotlib
import seaborn
from fontTools.ttLib import TTFont

MAPS = """viridis plasma inferno magma cividis gray binary Greys Blues Greens Reds Oranges Purples YlGnBu YlOrRd RdBu
RdYlBu bwr coolwarm seismic jet hot cool bone rainbow Spectral spring summer autumn winter turbo twilight hsv copper
pink terrain ocean gist_earth gist_rainbow gist_heat gist_gray nipy_spectral cubehelix gnuplot gnuplot2 brg afmhot
Wistia PiYG PRGn BrBG PuOr RdGy RdYlGn BuGn BuPu GnBu OrRd PuBu PuBuGn PuRd RdPu YlGn YlOrBr""".split()
LISTED = ["tab10", "tab20", "tab20b", "tab20c", "Set1", "Set2", "Set3", "Pastel1", "Pastel2", "Dark2", "Paired", "Accent"]
root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def code(colors):
    return "".join("%02x%02x%02x" % tuple(int(v * 255 + 0.5) for v in c[:3]) for c in colors)


def wrapped(text):
    return "".join(f'\n      + "{text[i:i + 84]}"' for i in range(0, len(text), 84))[9:]


def entry(name, colors):
    # 65 points on the way; what lies between them is interpolated, less than one step of 255 off.
    return f'    "{name}":\n      {wrapped(code(colors))},\n'


with open(os.path.join(root, "Sources/Python/Matplotlib/Color/ColormapTables.swift"), "w") as out:
    out.write("/// Made by Tests/Oracles/plots_tables.py from Matplotlib's colormaps; see there.\n")
    out.write("enum ColormapTables {\n  /// 65 colors each, evenly spaced.\n  static let smooth: [String: String] = [\n")
    for name in MAPS:
        out.write(entry(name, [matplotlib.colormaps[name](i / 64) for i in range(65)]))
    for name in ("rocket", "mako", "icefire", "vlag", "flare", "crest"):
        out.write(entry(name, [getattr(seaborn.cm, name)(i / 64) for i in range(65)]))
    out.write("  ]\n  /// Colors without any between.\n  static let listed: [String: String] = [\n")
    for name in LISTED:
        out.write(entry(name, matplotlib.colormaps[name].colors))
    out.write("  ]\n}\n")

font = TTFont(os.path.join(matplotlib.get_data_path(), "fonts/ttf/DejaVuSans.ttf"))
cmap, hmtx, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
widths = [round(hmtx[cmap[c]][0] * 1000 / units) for c in range(32, 127)]
latin = [round(hmtx[cmap[c]][0] * 1000 / units) if c in cmap else 600 for c in range(160, 384)]
with open(os.path.join(root, "Sources/Python/Matplotlib/Drawing/TextWidths.swift"), "w") as out:
    out.write("/// Made by Tests/Oracles/plots_tables.py from the font DejaVu Sans; see there.\n")
    out.write("enum TextWidths {\n  /// Advances in thousandths of the size, of the code points 32 to 126.\n")
    for name, values in (("ascii", widths), ("latin", latin)):
        if name == "latin":
            out.write("  /// The same of the code points 160 to 383.\n")
        out.write(f"  static let {name}: [Int] = [\n")
        for i in range(0, len(values), 16):
            out.write("    " + ", ".join(map(str, values[i:i + 16])) + ",\n")
        out.write("  ]\n")
    out.write("}\n")
