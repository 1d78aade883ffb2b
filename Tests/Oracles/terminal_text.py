"""Writes Tests/Fixtures/rendering/terminal.json: what a terminal shows of printed text.

    python3 Tests/Oracles/terminal_text.py    # with pyte 0.8.2, a terminal's emulator

Each case has the text, the screen's lines without blanks at their ends, and its runs of styled characters. The
screen is wide enough for all texts; a line feed begins a line, as terminals are set by default.
"""
import json
import pathlib

from importlib.metadata import version

import pyte

TARGET = pathlib.Path(__file__).resolve().parent.parent / "Fixtures/rendering/terminal.json"
COLORS = ["black", "red", "green", "brown", "blue", "magenta", "cyan", "white"]
NUMBERS = {name: index for index, name in enumerate(COLORS)}
NUMBERS |= {"bright" + name: index + 8 for index, name in enumerate(COLORS)}
NUMBERS["brightyellow"] = 11

E = "\x1b["
CASES = [
    "plain\ntext\n", "a\r\nb", "12%\r100%", "long line\rshort", "abc\b\bX", "\b\babc",
    "".join(f"\r{i * 25}% |{'#' * i}" for i in range(5)), "first\rsecond\nthird\r4",
    f"Epoch 1\r{E}KEpoch 2", f"some words{E}4D{E}K!", f"abcdef\r{E}2Kxy", f"abc{E}2Kx", f"abc{E}1Dx{E}0Ky",
    f"bar 1\nbar 2{E}A\rBAR 1", f"one\ntwo\nthree{E}2A\rONE\n\n\nfour", f"a\nb{E}5Ac", f"a\nbcd{E}Ax{E}By",
    f"{E}10Cfar", f"abc{E}2Gx", f"abc{E}Gx", f"one\ntwo\nthree{E}2F{E}Jnew", f"abc\ndef{E}Fx{E}E!", f"a{E}C{E}2Cb",
    f"{E}1mBold{E}0m plain", f"{E}31mred{E}39m plain {E}32;1mgreen bold{E}m end", f"{E}91mbright{E}0m",
    f"{E}1;4;3;7mall{E}22mno bold{E}24;23;27mplain", f"{E}44;37mon blue{E}49m off", f"{E}31mred\nred too{E}0m\n",
    f"{E}31mab{E}0m\rX", f"{E}7mturned{E}27m", f"{E}31;7mturned red{E}0m", f"{E}9mstruck{E}29m",
    "\x1b]0;title\x07text", "\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\ text", "\x1b(Btext", "a\x07b",
    f"{E}?25lhidden cursor{E}?25h", f"{E}31mä{E}0mö€", f"x{E}31m{E}0my", f"{E};31mred", f"a{E}Kb", f"a{E}Jb\nc",
    f"abcdef{E}3D{E}1Kx", f"abc{E}1K", f"a b{E}1Kc", f"abcdef\r{E}1KX", f"one\ntwo{E}A{E}1Kx", f"{E}31mred{E}1K{E}0my",
    f"outer:  50%\ninner: 100%{E}A\router: 100%\n\rinner:  10%{E}A", f"a: 1\n\n{E}2A\ra: 2{E}B\rb: 1{E}A{E}8Gend",
    f"0%|  |\r\n0%|  |{E}A\r50%|# |\r\n\r{E}K{E}A\r100%|##|\n", f"x{E}12Gy{E}3Dz{E}Cw",
]


def style(character):
    marks = [name for name in ("bold", "italics", "underscore", "strikethrough", "reverse") if getattr(character, name)]
    front, back = NUMBERS.get(character.fg), NUMBERS.get(character.bg)
    return marks + [f"front {front}"] * (front is not None) + [f"back {back}"] * (back is not None)


def case(text):
    screen = pyte.Screen(200, 50)
    screen.set_mode(pyte.modes.LNM)
    pyte.Stream(screen).feed(text)
    lines = [line.rstrip() for line in screen.display]
    while lines and not lines[-1]:
        lines.pop()
    runs = []
    for row, line in enumerate(lines):
        for column, symbol in enumerate(line):
            own = style(screen.buffer[row][column])
            if not own or symbol == " ":
                continue
            last = runs[-1] if runs else None
            if last and last["line"] == row and last["end"] == column and last["style"] == own:
                last["end"] += 1
            else:
                runs.append({"line": row, "start": column, "end": column + 1, "style": own})
    return {"text": text, "lines": lines, "runs": runs}


made = {"pyte": version("pyte"), "cases": [case(text) for text in CASES]}
TARGET.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n")
print(f"{len(CASES)} texts")
