#!/usr/bin/env python3
"""Holds lessons' pages to axe-core's rules and to sizes, in Chromium, light and dark, narrow and wide.

Asks of each page: axe-core finds nothing (WCAG A and AA, best practices); the page doesn't scroll sideways; no text is
smaller than 9 pixels at a width of 390, nor than 11 at 1,280, in drawings on the page and in images of drawings as they
are shown there; what scrolls can be reached by keyboard, and has a name where it
isn't code. Exponents in formulas and drawings, which every
typesetter makes smaller, are left out.

Needs axe-playwright-python and Chromium. Usage: page_sizes.py [--shots FOLDER] PAGE...
Exit status: 0 nothing found, or no Chromium; 1 otherwise.
"""

import argparse
import base64
import pathlib
import re
import sys

import browser

SCHEMES, WIDTHS = ("light", "dark"), (390, 1280)

TEXTS = """least => {
  const small = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('title, desc, .unseen, style, math, sup, sub')) continue;
    const matrix = element.closest('svg') ? element.getScreenCTM() : null;
    const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < least - 0.05) small.add(`${node.data.trim().slice(0, 30)} (${size.toFixed(1)} px)`);
  }
  return [...small];
}"""

DRAWINGS = """() => [...document.querySelectorAll('img')].filter(e => e.src.startsWith('data:image/svg'))
  .map(e => ({source: e.src, width: e.getBoundingClientRect().width, words: e.alt}))"""

SCROLLS = """() => [...document.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1
  && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
  && !(e.tabIndex >= 0 && (e.tagName == 'PRE' || e.closest('[aria-label]'))))
  .map(e => `${e.tagName} ${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""


def least(width):
    """The least size of text in pixels on a screen of a width."""
    return 9 if width < 600 else 11


def small_in(drawings, limit):
    """Texts of images of drawings that are shown smaller than a limit."""
    for drawing in drawings:
        text = base64.b64decode(drawing["source"].split(",", 1)[1]).decode()
        view = re.search(r'<svg[^>]* viewBox="[^ "]+ [^ "]+ ([^ "]+)', text)
        sizes = [float(size) for size in re.findall(r'<text[^>]* font-size="([\d.]+)"', text)]
        if view and sizes:
            size = min(sizes) * drawing["width"] / float(view[1])
            if size < limit - 0.05:
                yield f"{drawing['words'][:60]} ({size:.1f} px)"


def finds(axe, tab, width, scrolls=SCROLLS):
    """What is wrong with the open page, as texts."""
    for violation in axe.run(tab).response["violations"]:
        for node in violation["nodes"][:3]:
            yield f"axe: {violation['id']}: {node['html'][:120]}"
    if tab.evaluate("document.documentElement.scrollWidth") > width:
        yield "the page scrolls sideways"
    small = tab.evaluate(TEXTS, least(width))
    for text in [*small, *small_in(tab.evaluate(DRAWINGS), least(width))]:
        yield f"too small: {text}"
    for box in tab.evaluate(scrolls):
        yield f"scrolls without the keyboard or a name: {box}"


def opened(program, page, shots=None):
    """The page in each scheme and width, with all that is folded open."""
    for scheme in SCHEMES:
        for width in WIDTHS:
            tab = program.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            tab.goto(page.as_uri())
            if shots:
                tab.screenshot(path=f"{shots}/{page.stem}-{scheme}-{width}.png", full_page=True)
            # The policy allows no script of the page's; what asks comes from outside of it.
            tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            yield scheme, width, tab
            tab.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shots", help="a folder for pictures of the pages")
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    chromium = browser.find()
    if not chromium:
        print("skipped: there is no Chromium here")
        return 0
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    count, found, axe = 0, 0, Axe()
    with sync_playwright() as play:
        program = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for page in arguments.pages:
            for scheme, width, tab in opened(program, page.resolve(), arguments.shots):
                count += 1
                for what in finds(axe, tab, width):
                    found += 1
                    print(f"{page.name}, {scheme}, {width}: {what}", flush=True)
        program.close()
    print(f"{len(arguments.pages)} pages, opened {count} times, {found} finds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
