#!/usr/bin/env python3
"""Opens pages of hostile lessons, notebooks and records, and the diff pages of all those, in Chromium.

Nothing may run, open a dialog, navigate or ask a server; a canary on this machine's loopback hears of
what does. Each page is opened twice: without its policy, so that its markup alone must hold, and with
it, so that the policy must not stand in the page's own way.

Needs Chromium and nothing but Python's library. Usage: hostile_pages.py [--caderno FILE] [--context NAME] [--every N]
Exit status: 0 nothing found, or no Chromium; 1 otherwise.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import browser
import hostile

# What a page is asked when it stands: whatever waits for the pointer or the focus is called first.
QUESTION = """(async () => {
  const all = [...document.querySelectorAll('*')];
  for (const element of all) {
    for (const name of ['mouseover', 'mouseenter', 'focus', 'toggle', 'error'])
      element.dispatchEvent(new Event(name));
    if (element.focus) element.focus();
  }
  await new Promise(done => setTimeout(done, 15));
  const names = new Set('BUTTON FORM INPUT TEXTAREA SCRIPT IFRAME OBJECT EMBED LINK BASE VIDEO AUDIO \
SOURCE TRACK AREA MAP TEMPLATE NOSCRIPT DIALOG USE IMAGE FOREIGNOBJECT ANIMATE SET'.split(' '));
  const isTask = e => e.nodeName === 'INPUT' && e.type === 'checkbox' && e.disabled;
  const found = all.filter(e => names.has(e.nodeName.toUpperCase()) && !isTask(e)).map(e => e.nodeName);
  for (const element of all) for (const {name, value} of element.attributes) {
    const address = value.trim().toLowerCase();
    if (name.startsWith('on') || name === 'style' || name === 'srcset' || name === 'srcdoc')
      found.push(name);
    if (name === 'src' && !address.startsWith('data:image/')) found.push(`src ${address}`);
    if (name.endsWith('href') && /^(javascript|data|vbscript|blob|file):/.test(address))
      found.push(`href ${address}`);
    if (name === 'http-equiv' && address !== 'content-security-policy') found.push(address);
  }
  return {ran: window.__ran === 1, found, styles: document.querySelectorAll('style').length};
})()"""


def run(caderno, *words, cwd=None):
    return subprocess.run([caderno, *map(str, words)], cwd=cwd, capture_output=True, text=True)


class Pages:
    """Makes the pages of cases in a folder."""

    def __init__(self, caderno, folder):
        self.caderno, self.folder = caderno, folder
        base = folder / "base"
        base.mkdir()
        (base / "lesson.md").write_text(hostile.CELL)
        (base / "lesson.ipynb").write_text(hostile.notebook([
            '{"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [], "source": "1"}']))
        done = run(caderno, "run", "lesson.md", cwd=base)
        assert done.returncode == 0, done.stderr
        self.record = self.newest(base)

    @staticmethod
    def newest(folder):
        return sorted(folder.glob(".caderno/runs/*/record.json"))[-1]

    def diff(self, a, b, page):
        done = run(self.caderno, "diff", a, b, "--html", page)
        assert done.returncode in (0, 1, 2), (b, done)

    def make(self, number, kind, text):
        """The pages of one case; none where the program refuses it."""
        folder = self.folder / f"{number:04}"
        folder.mkdir()
        pages = [folder / name for name in ("page.html", "diff.html", "shown.html", "converted.html")]
        if kind in ("notebook", "jupyter"):
            lesson = folder / "lesson.ipynb"
            lesson.write_text(text)
            run(self.caderno, "render", lesson, "-o", pages[0])
            self.diff(self.folder / "base/lesson.ipynb", lesson, pages[1])
            if run(self.caderno, "convert", lesson, folder / "b.md").returncode == 0:
                run(self.caderno, "run", folder / "b.md", "-o", pages[3])
        else:
            lesson = folder / "lesson.md"
            lesson.write_text(hostile.CELL if kind == "record" else text)
            run(self.caderno, "run", lesson, "--no-cache")
            if not list(folder.glob(".caderno/runs/*")):
                # Outputs that somebody edited aren't written over.
                run(self.caderno, "run", lesson, "--no-cache", "-o", folder / "first.html")
            if kind == "record":
                path = self.newest(folder)
                path.write_text(json.dumps(hostile.patched(json.loads(path.read_text()), text)))
            if run(self.caderno, "render", lesson, "-o", pages[0]).returncode == 0:
                self.diff(self.record, self.newest(folder), pages[1])
                other = self.newest(folder) if kind == "record" else lesson
                self.diff(self.folder / "base/lesson.md", other, pages[2])
        return [page for page in pages if page.exists()]


def plant(folder, canary):
    """Pages that each do one of the things that must be found."""
    bodies = {
        "script": "<script>window.__ran = 1</script>",
        "handler": '<img src="x:" onerror="window.__ran = 1">',
        "focus": '<b tabindex="0" onfocus="window.__ran = 1">x</b>',
        "load": f'<img src="{canary}/planted">',
        "style": f"<style>@import url({canary}/planted.css)</style>",
        "navigation": f'<meta http-equiv="refresh" content="0;url={canary}/planted">',
        "dialog": "<script>alert(1)</script>",
        "address": '<a href="javascript:window.__ran=1">x</a>',
    }
    for name, body in bodies.items():
        (folder / f"planted-{name}.html").write_text(f"<!DOCTYPE html>\n{body}\n")
    return sorted(folder.glob("planted-*.html"))


def finds(tab, server, page, keeps_policy):
    """What a page does, as texts."""
    server.paths.clear()
    tab.events.clear()
    address = page.as_uri()
    tab.open(address)
    answer = tab.ask(QUESTION)
    result = ["runs"] if answer.get("ran") else []
    result += [f"has {what}" for what in answer.get("found", ["no answer"])]
    if answer.get("styles", 0) > 1:
        result.append("has a style of its own")
    for name, values in tab.events:
        if name == "Page.javascriptDialogOpening":
            result.append("opens a dialog")
        if name in ("Page.frameRequestedNavigation", "Page.windowOpen"):
            result.append(f"navigates to {values.get('url')}")
        if name == "Network.requestWillBeSent":
            url = values["request"]["url"]
            if url != address and not url.startswith("data:"):
                result.append(f"asks {url}")
        if name == "Log.entryAdded" and keeps_policy and "Content Security" in values["entry"]["text"]:
            result.append("breaks its own policy")
    return result + [f"reaches the canary: {path}" for path in server.paths]


def main():
    parser = argparse.ArgumentParser()
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    parser.add_argument("--caderno", default=root / ".build/release/caderno")
    parser.add_argument("--context", help="opens the pages of one context alone")
    parser.add_argument("--every", type=int, default=1, metavar="N",
                        help="takes each Nth case; 14 gives every context one payload, another than the one before")
    arguments = parser.parse_args()
    chromium = browser.find()
    if not chromium:
        print("skipped: there is no Chromium here")
        return 0
    caderno = os.path.abspath(arguments.caderno)
    with tempfile.TemporaryDirectory() as name, browser.Canary() as server:
        folder = pathlib.Path(name)
        maker = Pages(caderno, folder)
        cases = [case for case in hostile.cases(server.address)
                 if arguments.context in (None, case[1])][::arguments.every]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            made = list(pool.map(
                lambda item: maker.make(item[0], item[1][0], item[1][3]), enumerate(cases)))
        found = check(chromium, folder, server, cases, made, is_whole=arguments.every == 1)
    return 1 if found else 0


def check(chromium, folder, server, cases, made, is_whole):
    count, found = 0, []

    def find(text):
        found.append(text)
        print(text, flush=True)

    with browser.Tab(chromium) as tab:
        for keeps_policy in (False, True):
            tab.call("Page.setBypassCSP", enabled=not keeps_policy)
            for page in plant(folder, server.address):
                if not finds(tab, server, page, keeps_policy):
                    find(f"{page.name}: what was planted isn't found")
            for (kind, context, group, _), pages in zip(cases, made):
                for page in pages:
                    count += 1
                    for what in finds(tab, server, page, keeps_policy):
                        find(f"{kind} {context}, {group}, {page.name}: {what}")
    shown = {(kind, context) for (kind, context, _, _), pages in zip(cases, made) if pages}
    for kind, context in sorted({case[:2] for case in cases} - shown) if is_whole else ():
        find(f"{kind} {context}: no page at all")
    print(f"{len(cases)} cases, {count} pages opened, {len(found)} finds")
    return found


if __name__ == "__main__":
    sys.exit(main())
