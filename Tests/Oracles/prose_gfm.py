"""Prose beside cmark-gfm (Debian's `cmark-gfm` 0.29.0.gfm.6), GitHub's own parser.

    prose_gfm.py cases FILE.txt OUT.json          records what cmark-gfm makes of the cases in FILE.txt
    prose_gfm.py draw SEED COUNT OUT.json         draws documents by a grammar, and records the same
    prose_gfm.py specification SPEC.txt OUT.json  takes the examples of a copy of GFM's specification

`swift test --filter GitHub` compares our HTML with Tests/Fixtures/prose/gfm.json, or with the file that
CADERNO_PROSE names. Both sides are compared in one form: of tags only names, `href`, `src`, `alt`, `title` and
`start` stay, `checked` where a box is, `align` for a table's alignment; addresses within footnotes go, as their names
are our own; blanks between tags count as one. What we decided otherwise stands in docs/notebook-format.md and is
neither drawn nor recorded.
"""

import json
import random
import re
import subprocess
import sys

EXTENSIONS = [w for e in "table tasklist strikethrough autolink footnotes".split() for w in ("-e", e)]
KEPT = ("href", "src", "alt", "title", "start", "checked", "align")

BLOCKS = "p li ul ol h1 h2 h3 h4 h5 h6 blockquote table thead tbody tr td th pre hr".split()


def tag(match):
    name, attributes = match[1], match[2]
    if name in ("section", "/section"):
        return ""
    kept = []
    for key, value in re.findall(r'\s([a-z-]+)(?:="([^"]*)")?', attributes):
        if key in KEPT and not (key == "href" and value.startswith("#fn")):
            kept.append(f' {key}="{value}"')
    gap = " " if name.strip("/") in BLOCKS else ""
    return f"{gap}<{name}{''.join(sorted(kept))}>{gap}"


def normalized(html):
    html = re.sub(r"<(/?[a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*?)?)\s*/?>", tag, html)
    return re.sub(r"\s+", " ", re.sub(r">\s+<", "> <", html)).strip()


def gfm(markdown):
    run = subprocess.run(["cmark-gfm", *EXTENSIONS, "--unsafe"], input=markdown.encode(), capture_output=True, check=True)
    return normalized(run.stdout.decode())


class Drawing:
    """A document by a grammar of blocks and inlines, with marks thrown in between."""

    words = "a bc def gé x1 2 Zy".split()
    stars, tildes = ["*", "**", "_"], ["~", "~~", "~~~"]
    marks = ["`", "[", "]", "(", ")", " \\~ ", " \\[ ", " \\ ", "!", " &amp; ", "|"]
    addresses = ["www.a.org", "http://b.net/x_y", "https://c.d/p(q)", "ftp://e.f", "http://g.h?i=j,k.", "www.l", "www.m_n.o",
                 "http://p.q/r)", "x@y.zw", "mailto:a.b@c.de", "a_b-c@d-e.f", "@x.y", "http://", "httpx://a.b", "http://a.b;",
                 "http://a.b/c'd\"", "www.a.b..."]

    def __init__(self, seed):
        self.r = random.Random(seed)
        # Stars and tildes that cross, or touch, are read another way here: a document has one kind thrown in, or
        # both nested.
        self.pairs = [["*", "**", "_"], ["~", "~~"], ["*", "**", "~~", "~"]][seed % 3]
        self.thrown = self.marks + [self.stars, self.tildes, []][seed % 3]

    def inline(self, depth=0, linked=False):
        r, parts = self.r, []
        for _ in range(r.randint(1, 5)):
            kind = r.random()
            if kind < 0.35 or depth > 2:
                parts.append(r.choice(self.words))
            elif kind < 0.5:
                mark = r.choice(self.pairs)
                gap = "a" if len(self.pairs) > 3 or mark == "_" else ""
                edge = " " if gap else ""
                parts.append(edge + mark + gap + self.inline(depth + 1, linked) + (edge + gap) + mark + edge)
            elif kind < 0.58:
                parts.append("`" + r.choice(self.words) + r.choice(["", "|", "~~", "[^1]", "\\~", " http://a.b"]) + "`")
            elif kind < 0.7:
                parts.append(r.choice(self.addresses))
            elif kind < 0.76 and not linked:
                target = r.choice(["/u", "http://v.w/x_y", '/z "t"'])
                parts.append(f"[{self.inline(depth + 1, True)}]({target})")
            elif kind < 0.84:
                parts.append(r.choice(["\\[^1]", "[^no]"] if linked else ["[^1]", "[^n]", "[^1]", "[^L m]", "[^no]", "\\[^1]"]))
            elif kind < 0.9:
                parts.append(r.choice([" &copy; ", "![i](j.png)", "" if linked else "<http://k.l>"]))
            else:
                parts.append(r.choice(self.thrown))
        return r.choice(["", " ", " ", " "]).join(parts)

    def lines(self):
        return [self.inline() for _ in range(self.r.randint(1, 2))]

    def indented(self, lines, first, rest):
        return [(first if i == 0 else rest if l else "") + l for i, l in enumerate(lines)]

    def block(self, depth=0):
        r = self.r
        kind = r.random()
        if kind < 0.35 or depth > 2:
            return self.lines()
        if kind < 0.45:
            mark = r.choice(["- ", "1. ", "* "])
            lines = []
            for _ in range(r.randint(1, 3)):
                box = r.choice(["", "", "[ ] ", "[x] ", "[X] ", "[y] ", "[x]"])
                inner = self.block(depth + 1) if r.random() < 0.3 else self.lines()
                inner[0] = re.sub(r"\[[ xX]\]", "-", inner[0])
                if box:
                    inner = [box + self.inline()] + ([""] + inner if r.random() < 0.2 else [])
                lines += self.indented(inner, mark, " " * len(mark))
                if r.random() < 0.15:
                    lines.append("")
            return lines + [""]
        if kind < 0.53:
            return self.indented([re.sub(r"\[[ xX]\]", "-", l) for l in self.blocks(depth + 1)], "> ", "> ")
        if kind < 0.58:
            return ["#" * r.randint(1, 4) + " " + self.inline()]
        if kind < 0.62:
            return ["```", self.inline(), "[^1]: no", "```"]
        if kind < 0.75:
            columns = r.randint(1, 3)
            def row():
                return "| " + " | ".join(self.inline(1).replace("|", "\\|") for _ in range(columns)) + " |"
            rule = "| " + " | ".join(r.choice(["---", ":--", "--:", ":-:"]) for _ in range(columns)) + " |"
            return [row(), rule] + [row() for _ in range(r.randint(0, 2))] + [""]
        if kind < 0.78:
            return ["---"]
        label = r.choice(["1", "n", "L", "un", "1"])
        head = f"[^{label}]:" + r.choice([" ", "", "  "])
        inner = self.blocks(depth + 1) if r.random() < 0.3 else self.lines()
        inner[0] = re.sub(r"\[[ xX]\]", "-", inner[0])
        lazy = r.random() < 0.15
        return self.indented(inner, head, "" if lazy else "    ")

    def blocks(self, depth=0):
        lines = []
        for n in range(self.r.randint(1, 3 if depth else 6)):
            if n and self.r.random() < 0.85:
                lines.append("")
            lines += self.block(depth)
        return lines

    def document(self):
        # A lone tilde at a line's start defines a term here, as in Pandoc.
        return re.sub(r"(?m)^([> ]*)~(?=\s|$)", r"\1a", "\n".join(self.blocks())) + "\n"


def named(path):
    """Cases of a file: `@@ NAME`, then the Markdown."""
    for part in ("\n" + open(path, encoding="utf-8").read()).split("\n@@ ")[1:]:
        name, _, text = part.partition("\n")
        yield name, text.strip("\n") + "\n"


def examples(path):
    """Examples of the specification's own text."""
    fence = "`" * 32
    for number, part in enumerate(open(path, encoding="utf-8").read().split(fence + " example")[1:], 1):
        body = part.split("\n" + fence)[0].split("\n", 1)[1]
        yield f"example {number}", body.split("\n.\n")[0].replace("→", "\t") + "\n"


def main():
    kind, *rest = sys.argv[1:]
    if kind == "draw":
        seed, count = int(rest[0]), int(rest[1])
        cases = [(f"drawn {n}", Drawing(n).document()) for n in range(seed, seed + count)]
    else:
        cases = list((named if kind == "cases" else examples)(rest[0]))
    recorded = [{"name": name, "markdown": text, "html": gfm(text)} for name, text in cases]
    with open(rest[-1], "w", encoding="utf-8") as file:
        json.dump(recorded, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
