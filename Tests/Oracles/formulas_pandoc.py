"""Formulas as Pandoc and KaTeX make MathML of them, as normalized trees.

    python formulas_pandoc.py Tests/Fixtures/rendering/formulas.txt Tests/Fixtures/rendering/formulas.json

Needs `pip install pypandoc-binary` and, with Node.js, Debian's `katex` (0.16.4). A line of formulas.txt is a
formula; `#` begins a heading. Each gets its tree by both, or null where one can't read it. Tests hold Caderno's
trees to either; below a heading that begins with `Neither:` they are like none, for the reason given there. Tests/RenderingTests/FormulaTree.swift normalizes in the same way:

- what holds a row (`mrow`, `mstyle` that only colors, `semantics`) is its children, in a row with its neighbors,
  and a row of one is that one; empty rows, `mi` and `mo`, and invisible operators, go;
- words of letters are letters, each with its alphabet: letters of Unicode's mathematical alphabets are plain ones
  of that alphabet, one alone in `mi` is italic unless `mathvariant` says otherwise, in longer words upright;
- `mi` and `mo` of a sign are the same; signs that look the same are one (`||`, `|`, accents that combine and those
  that don't, dots);
- attributes go, but for a fraction's missing rule, a style's `displaystyle`, a cell's side and a space's width;
- spaces of a sixth of an em or less go, since they stand around names of functions by TeX's rules or by those of the
  browser; others are words of their width in hundredths, and all between 0.2 and 0.35 are one;
- blanks beside words go, as do those around words on arrows; of styles that hold each other the innermost counts, and none
  does that holds all of a cell or a box;
- a formula with a tag is `tagged`, which KaTeX draws as a table; a box is `box`, by `menclose` or by class, and so are
  strokes through something; cells at the end of a row that are empty go.
"""
import json
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET

FONTS = {
    "BOLD ITALIC": "bi", "BOLD": "b", "ITALIC": "i", "SCRIPT": "c", "BOLD SCRIPT": "c", "FRAKTUR": "f",
    "DOUBLE-STRUCK": "d", "SANS-SERIF": "s", "MONOSPACE": "t"}
VARIANTS = {
    "normal": "u", "bold": "b", "italic": "i", "bold-italic": "bi", "double-struck": "d", "script": "c",
    "fraktur": "f", "sans-serif": "s", "monospace": "t"}
# Letters that Unicode has outside of its mathematical alphabets.
ALONE = dict(zip("ℂℍℕℙℚℝℤℬℰℱℋℐℒℳℛℯℊℴℭℌℑℜℨℎ", [
    ("d", "C"), ("d", "H"), ("d", "N"), ("d", "P"), ("d", "Q"), ("d", "R"), ("d", "Z"), ("c", "B"), ("c", "E"),
    ("c", "F"), ("c", "H"), ("c", "I"), ("c", "L"), ("c", "M"), ("c", "R"), ("c", "e"), ("c", "g"), ("c", "o"),
    ("f", "C"), ("f", "H"), ("f", "I"), ("f", "R"), ("f", "Z"), ("i", "h")]))
SAME = {
    "∥": "‖", "∣": "|", "\u0302": "^", "ˆ": "^", "\u0303": "~", "˜": "~", "\u0304": "¯", "ˉ": "¯", "‾": "¯",
    "\u203e": "¯", "\u0305": "¯", "\u20d7": "→", "\u0307": "˙", "\u0308": "¨", "\u0301": "´", "ˊ": "´",
    "\u0300": "`", "ˋ": "`", "\u030c": "ˇ", "\u0306": "˘", "\u030a": "˚", "\u0332": "_", "-": "−", "·": "⋅",
    "*": "∗", "⊥": "⟂", "†": "†", "’": "′", "∖": "∖", "\\": "∖", "♦": "♢", "♥": "♡", "□": "□", "△": "△",
    "⎱": "⎱", "∙": "∙", "•": "∙", "⋄": "⋄", "⊤": "⊤"}
# KaTeX has spaces as words.
WIDTHS = {"\u2003": 1, "\u2003\u2003": 2, "\u2004": 0.333, "\u2005": 0.222, "\u2005\u200a": 0.278, "\u2009": 0.167,
          "\u200a": 0.1, "\u205f": 0.222, "\u00a0": 0.333, " ": 0.333}
INVISIBLE = {"\u2061", "\u2062", "\u2063", "\u2064", "\u200b", ""}


def letter(character, variant):
    """The alphabet and the plain letter."""
    if character in ALONE:
        return ALONE[character]
    name = unicodedata.name(character, "")
    match = re.match(r"MATHEMATICAL (.*?) (?:CAPITAL|SMALL|DIGIT|NABLA|PARTIAL|EPSILON|THETA|KAPPA|PHI|RHO|PI)", name)
    if match:
        plain = unicodedata.normalize("NFKC", character)
        return FONTS.get(match.group(1), "?"), plain
    return variant, character


def word(text, variant):
    letters = [c for c in text if not c.isspace()]
    result = []
    for c in letters:
        font, plain = letter(c, variant)
        if plain.isalpha():
            result.append(f"{font}:{plain}")
        else:
            result.append("s:" + SAME.get(plain, plain))
    return result


def number(text, variant):
    font = {letter(c, "u")[0] for c in text if c.isalnum()}
    plain = "".join(letter(c, "u")[1] for c in text)
    font = (font | {VARIANTS.get(variant, "u")}) - {"u"}
    return ["n:" + plain + ("." + "".join(sorted(font)) if font else "")]


def token(node, name):
    text = node.text or ""
    variant = VARIANTS.get(node.get("mathvariant", ""))
    if name == "mtext" and text and text in WIDTHS:
        return width_word(WIDTHS[text])
    if name == "mtext":
        plain = "".join(letter(c, "u")[1] for c in text)
        plain = " ".join(plain.replace("\u00a0", " ").split())
        return ["t:" + plain] if plain else []
    text = text.strip()
    if text in INVISIBLE:
        return []
    if name == "mn":
        return number(text, node.get("mathvariant", ""))
    if name == "mi" or any(c.isalpha() for c in text):
        letters = [c for c in text if not c.isspace()]
        if len(letters) == 1 and not variant:
            c = letters[0]
            if name == "mi" and c.isalpha():
                variant = "i"
        return word(text, variant or "u")
    return ["s:" + SAME.get(c, c) for c in [text]]


def space(node):
    width = node.get("width", "0em")
    if node.get("class") == "m-neg":
        return []
    return width_word(float(re.sub("[a-z]*$", "", width) or 0))


def width_word(ems):
    if ems <= 0.17:
        return []
    return ["sp:blank" if ems < 0.35 else f"sp:{round(ems * 100)}"]


def row(children):
    items = [item for child in children for item in tree(child)]
    # The blanks at the ends of words.
    return [
        item for i, item in enumerate(items)
        if item != "sp:blank" or not any(n.startswith("t:") for n in items[max(0, i - 1):i + 2])]


def one(items):
    return items[0] if len(items) == 1 else "(row" + "".join(" " + i for i in items) + ")"


def without_style(items):
    """What a cell's only style holds: tables have the style of their cells."""
    found = re.fullmatch(r"\(style-(?:true|false) (.*)\)", items[0]) if len(items) == 1 else None
    return without_style([found.group(1)]) if found else items


def cell(node):
    side = node.get("columnalign") or next(
        (c for c in (node.get("class") or "").split() if c in ("left", "right")), "center")
    return (side[0], without_style(row(node)))


def table(node):
    if node.get("width") == "100%":
        # KaTeX's way to set a tag: filling cells around the formula, and the tag.
        cells = [row(c) for c in node[0]]
        return [f"(tagged {one(cells[1])} {one(cells[3])})"]
    tagged = "m-tag" in (node.get("class") or "").split()
    if tagged and len(node) == 1 and len(node[0]) == 3:
        return [f"(tagged {one(row(node[0][1]))} {one(row(node[0][2]))})"]
    sides = (node.get("columnalign") or "").split()
    rows = []
    for line in node:
        cells = [cell(c) for c in line]
        if sides:
            cells = [(sides[i % len(sides)][0], c[1]) for i, c in enumerate(cells)]
        while cells and not cells[-1][1]:
            cells.pop()
        rows.append("(tr" + "".join(f" {side}:{one(items)}" for side, items in cells) + ")")
    while len(rows) > 1 and rows[-1] == "(tr)":
        rows.pop()
    return ["(table " + " ".join(rows) + ")"]


def tree(node):
    name = node.tag.split("}")[-1]
    if name in ("mi", "mo", "mn", "mtext"):
        return token(node, name) if not len(node) else row(node)
    if name == "mspace":
        return space(node)
    if name == "annotation":
        return []
    if name == "mtable":
        return table(node)
    if "diagonalstrike" in (node.get("notation") or ""):
        return [f"(struck-{'-'.join(sorted(node.get('notation').split(), reverse=True))} {one(row(node))})"]
    if name == "mrow" and node.get("class") == "m-box" or name == "menclose":
        return [f"(box {one(without_style(row(node)))})"]
    if name == "mstyle" and node.get("displaystyle"):
        # The innermost of styles that hold each other counts.
        return [f"(style-{node.get('displaystyle')} {one(without_style(row(node)))})"]
    if name in ("mrow", "semantics", "mstyle", "math", "mpadded"):
        return row(node)
    if name in ("msqrt", "mphantom"):
        return [f"({name} {one(row(node))})"]
    if name == "mfrac" and node.get("linethickness") in ("0", "0px"):
        name = "mfrac0"
    parts = [one(tree(child)) for child in node]
    if name in ("mover", "munder", "munderover"):
        parts = [re.sub(r"^\(row sp:blank (.*) sp:blank\)$", r"\1", part) for part in parts]
    if name in ("mover", "munder") and parts[1] == "(row)" or name in ("msub", "msup") and parts[1] == "(row)":
        return [parts[0]]
    return ["(" + name + "".join(" " + p for p in parts) + ")"]


def normalized(markup):
    found = re.search(r"<math.*?</math>", markup, re.S)
    return one(tree(ET.fromstring(found.group(0).replace("&nbsp;", "\u00a0")))) if found else None


def pandoc(formulas):
    import pypandoc
    results = []
    for formula in formulas:
        run = subprocess.run(
            [pypandoc.get_pandoc_path(), "--mathml", "-f", "markdown", "-t", "html"],
            input=f"$${formula}$$\n", capture_output=True, text=True)
        results.append(run.stdout if "<math" in run.stdout and not run.stderr else "")
    return results


KATEX = """
const katex = require(process.argv[1]);
for (const line of require('fs').readFileSync(0, 'utf8').split('\\n')) {
  let html = '';
  try { html = katex.renderToString(line, {output: 'mathml', displayMode: true, strict: 'ignore'}); } catch (e) {}
  console.log(html.replace(/\\n/g, ' '));
}
"""


def katex(formulas):
    run = subprocess.run(
        ["node", "-e", KATEX, "/usr/share/nodejs/katex"], input="\n".join(formulas), capture_output=True,
        text=True, check=True)
    return run.stdout.split("\n")[:len(formulas)]


def main(source, target):
    lines = open(source, encoding="utf-8").read().split("\n")
    formulas, reasons, reason = [], {}, None
    for line in lines:
        if line.startswith("# "):
            reason = line[11:] if line.startswith("# Neither: ") else None
        elif line:
            formulas.append(line)
            reasons[line] = reason
    entries = []
    for formula, by_pandoc, by_katex in zip(formulas, pandoc(formulas), katex(formulas)):
        entries.append({
            "source": formula, "pandoc": normalized(by_pandoc), "katex": normalized(by_katex),
            "reason": reasons[formula]})
    with open(target, "w", encoding="utf-8") as file:
        json.dump(entries, file, ensure_ascii=False, indent=0)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
