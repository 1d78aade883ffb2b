#!/usr/bin/env python3
"""Opens pages with themes at random in Chromium, beside a server on this machine that nothing may call.

A theme is put together from pieces of CSS that load something, that would end the page's style sheet, and of strings,
comments and escapes around them. What Caderno refuses makes no page. Each page is opened without its policy and with it:
nothing may be asked for, and all of its text must be there.

Needs Chromium and nothing but Python's library. Usage: hostile_themes.py [--caderno FILE] [--count N] [--seed N]
Exit status: 0 nothing found, or no Chromium; 1 otherwise.
"""

import argparse
import os
import pathlib
import random
import sys
import tempfile

import browser
from hostile_pages import finds, run

PIECES = [
    "body{", "}", "{", ";", "p::before{content:", "background:", "--x:", "'", '"', "/*", "*/", "\\", "\n", " ", "(", ")",
    "url(", "URL(", "u\\72l(", "\\75 rl(", "\\000075rl(", "url/**/(", "src(", "image-set('{c}/i' 1x)",
    "-webkit-image-set(\"{c}/w\" 1x)", "url({c}/u)", "url('{c}/q')", "{c}/n", "@import ", "@\\69mport ", "@import '{c}/a';",
    "@font-face{font-family:f;src:", "@media all{", "@supports (color:red){", "@namespace '{c}/s';", "var(--x)", "red", "a",
    "<!--", "-->", "</style>", "<\\/style>", "</ST", "\\3C/style>", "<", "1", "1url(", "#", "-", "--", "@", "attr(href)",
    "cursor:", "list-style:", "mask:", "filter:", "\\\n", "\\A ", "\\", "!important", "\U0001F600",
]
LESSON = "---\ntheme: t.css\n---\n\n# Begin\n\n[a link](#begin)\n\n- item\n\nEND\n"


def theme(generator, canary):
    count = generator.randint(1, 14)
    return "".join(generator.choice(PIECES) for _ in range(count)).replace("{c}", canary)


def main():
    parser = argparse.ArgumentParser()
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    parser.add_argument("--caderno", default=root / ".build/release/caderno")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    chromium = browser.find()
    if not chromium:
        print("skipped: there is no Chromium here")
        return 0
    caderno, generator = os.path.abspath(arguments.caderno), random.Random(arguments.seed)
    refused = found = 0
    with tempfile.TemporaryDirectory() as name, browser.Canary() as server, browser.Tab(chromium) as tab:
        # What must be found: a page whose style sheet loads something.
        plain = pathlib.Path(name) / "planted.html"
        plain.write_text(f"<!DOCTYPE html>\n<style>body{{background:url({server.address}/planted)}}</style>\n<p>END\n")
        tab.call("Page.setBypassCSP", enabled=True)
        if not finds(tab, server, plain, keeps_policy=False):
            print("what was planted isn't found")
            found += 1
        for number in range(arguments.count):
            folder = pathlib.Path(name) / str(number)
            folder.mkdir()
            sheet = theme(generator, server.address)
            (folder / "t.css").write_text(sheet)
            (folder / "l.md").write_text(LESSON)
            done = run(caderno, "render", "l.md", cwd=folder)
            if done.returncode != 0:
                refused += 1
                if "t.css:" not in done.stderr or "[theme-" not in done.stderr:
                    print(f"{sheet!r}: {done.stderr}")
                    found += 1
                continue
            for keeps_policy in (False, True):
                tab.call("Page.setBypassCSP", enabled=not keeps_policy)
                what = finds(tab, server, folder / "l.html", keeps_policy)
                text = str(tab.ask("document.body.textContent"))
                if "END" not in text or "Made with Caderno" not in text:
                    what.append("text is missing")
                for item in what:
                    print(f"{sheet!r}: {item}", flush=True)
                    found += 1
    print(f"{arguments.count} themes, {refused} refused, {found} finds")
    return 1 if found or refused == arguments.count else 0


if __name__ == "__main__":
    sys.exit(main())
