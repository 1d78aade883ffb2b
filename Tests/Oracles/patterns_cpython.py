#!/usr/bin/env python3
"""Makes patterns and texts from a seed, and records what CPython 3.12.1's `re` finds.

Usage: patterns_cpython.py PATTERNS CHARACTERS [COUNT [SEED]]. PATTERNS becomes the program below, which `PatternOracleTests` runs
too, and for each case its call and what that printed; CHARACTERS the letters that are the same where case is ignored, and which
characters below U+3000 are in which class. Patterns that take long are left out, and capitals from beyond Unicode's first plane: in
a set that ignores case CPython doesn't find them even in themselves.
"""
import contextlib
import io
import json
import random
import re
import signal
import sys
import warnings

PROGRAM = '''\
import re

def spans(match):
    if match is None: return None
    return [match.span(number) for number in range(match.re.groups + 1)] + [match.lastindex]

def show(pattern, flags, text):
    try:
        made = re.compile(pattern, flags)
    except (re.error, OverflowError) as error:
        print(error)
        return
    print(spans(made.search(text)), spans(made.match(text)), spans(made.fullmatch(text)))
    print([spans(match) for match in made.finditer(text)], spans(made.search(text, 1, len(text) - 1)))
    print(made.split(text), [made.sub('<\\\\g<0>>', text, count=3)])
'''

ALPHABETS = ["abA", "abc", "aB1_ ", "éÉea", "ab\n", "a1-x", "\n\na"]
RARE = ["ßẞs", "sSſ", "kK\u212a", "iIİı", "a\u0301", "٣1a", "²a日", "😀a", "\x1ca\x85", "\xa0 a", "\u2028\na",
        "µμΜ", "Σσς", "ǅǆǄ", "ΐ\u1fd3", "\U00010428\U00010429", "\u203f_a", "\ta", "ᾳᾼι", "åÅ\u212b", "θϑϴ"]
ESCAPES = ["\\d", "\\D", "\\w", "\\W", "\\s", "\\S"]
PLACES = ["^", "$", "\\b", "\\B", "\\A", "\\Z"]
QUANTIFIERS = ["*", "+", "?", "{2}", "{1,}", "{,3}", "{1,2}", "{0}", "{,}", "{0,1}"]
LOOPS = ["*", "+", "?", "{1,}", "{0}", "{,}", "{0,1}"]
FLAGS = [0, 0, 0, 2, 8, 16, 2 | 8, 256, 256 | 2, 64]


def may_be_empty(atom):
    """Whether it is a group that may take nothing. Some turns of one are left out: what it captures then differs in Caderno."""
    if not atom.startswith("("):
        return False
    try:
        return any(re.match(f"(?:{atom})(?<!.)", text, re.S) for text in ["", "a", "\n"])
    except re.error:
        return True


class Maker:
    def __init__(self, random):
        self.random = random
        self.letters = random.choice(ALPHABETS) + (random.choice(RARE) if random.random() < 0.5 else "")
        self.groups = 0
        self.names = []
        self.open = []

    def letter(self):
        return self.random.choice(self.letters)

    def literal(self):
        return re.escape(self.letter())

    def set(self):
        members = []
        for _ in range(self.random.randint(1, 3)):
            kind = self.random.random()
            if kind < 0.5:
                members.append(self.literal())
            elif kind < 0.75:
                low, high = sorted((self.letter(), self.letter()))
                members.append(f"{re.escape(low)}-{re.escape(high)}")
            else:
                members.append(self.random.choice(ESCAPES))
        return f"[{'^' if self.random.random() < 0.3 else ''}{''.join(members)}]"

    def single(self):
        kind = self.random.random()
        if kind < 0.55:
            return self.literal()
        if kind < 0.67:
            return "."
        return self.random.choice(ESCAPES) if kind < 0.8 else self.set()

    def captured(self, depth):
        self.groups += 1
        number = self.groups
        self.open.append(number)
        name = ""
        if self.random.random() < 0.3:
            name = f"?P<n{number}>"
        inner = self.either(depth)
        if name:
            self.names.append(f"n{number}")
        self.open.remove(number)
        return f"({name}{inner})"

    def fixed(self):
        """What a look-behind may hold: as many characters whatever it takes."""
        return "".join(self.single() for _ in range(self.random.randint(0, 2)))

    def atom(self, depth):
        kind = self.random.random()
        if depth <= 0 or kind < 0.6:
            return self.single()
        depth -= 1
        if kind < 0.72:
            return self.captured(depth)
        if kind < 0.78:
            return f"(?:{self.either(depth)})"
        if kind < 0.84:
            return f"(?{self.random.choice('=!')}{self.either(depth)})"
        if kind < 0.88:
            return f"(?<{self.random.choice('=!')}{self.fixed()})"
        if kind < 0.91:
            return f"(?>{self.either(depth)})"
        if kind < 0.94:
            flags = self.random.choice(["i", "s", "m", "a", "-i", "s-i", "im", "x", "u"])
            return f"(?{flags}:{self.either(depth)})"
        closed = [n for n in range(1, self.groups + 1) if n not in self.open]
        if not closed:
            return self.single()
        number = self.random.choice(closed)
        if kind < 0.98:
            named = f"n{number}" in self.names and self.random.random() < 0.5
            return f"(?P=n{number})" if named else f"\\{number}"
        return f"(?({number}){self.sequence(depth)}|{self.sequence(depth)})"

    def item(self, depth):
        if self.random.random() < 0.12:
            return self.random.choice(PLACES)
        atom = self.atom(depth)
        if self.random.random() < 0.4:
            quantifiers = LOOPS if may_be_empty(atom) else QUANTIFIERS
            atom += self.random.choice(quantifiers) + self.random.choice(["", "", "", "?", "+"])
        return atom

    def sequence(self, depth):
        return "".join(self.item(depth) for _ in range(self.random.randint(0 if depth < 2 else 1, 3)))

    def either(self, depth):
        return "|".join(self.sequence(depth) for _ in range(self.random.choice([1, 1, 1, 2, 3])))

    def text(self):
        return "".join(self.letter() for _ in range(self.random.randint(0, 9))) + self.random.choice(["", "", "\n"])

    def damaged(self, pattern):
        place = self.random.randint(0, len(pattern))
        more = self.random.choice(list("()[]{}*+?|\\^-:<>=!P#&i") + ["(?", "(?P<", "(?P=", "(?<", "{2", "(?(", "[^", "\\x", "(?i)", "(?L"])
        return pattern[:place] + more + pattern[place + self.random.randint(0, 2):]


def printed(program, source):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(source, program)
    return out.getvalue()


def write(path, value, **form):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, **form)
        file.write("\n")


def runs(pattern):
    """The first and the last of each run of characters below U+3000 that the pattern takes."""
    found = []
    for code in range(0x3000):
        if re.match(pattern, chr(code)):
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    return found


def characters():
    everything = "".join(chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000)
    text = "".join(c for c in everything if c.lower() != c or c.upper() != c)
    families = {"".join(re.findall(f"(?i){re.escape(c)}", text)) for c in text}
    classes = ["\\d", "\\s", "\\w", "\\D", "\\S", "\\W", "[a\\W]", "[^\\w]"]
    return {"cases": sorted(f for f in families if len(f) > 1), "classes": {name: runs(name) for name in classes}}


def main():
    count, seed = int(sys.argv[3]) if len(sys.argv) > 3 else 2000, int(sys.argv[4]) if len(sys.argv) > 4 else 15
    warnings.simplefilter("ignore")
    write(sys.argv[2], characters())
    program = {"__name__": "__main__"}
    exec(PROGRAM, program)
    cases = []
    number = 0
    while len(cases) < count:
        number += 1
        maker = Maker(random.Random(f"{seed} {number}"))
        pattern = maker.either(maker.random.choice([1, 2, 2, 3]))
        if maker.random.random() < 0.15:
            pattern = maker.damaged(pattern)
        if maker.random.random() < 0.1:
            pattern = maker.random.choice(["(?i)", "(?m)", "(?s)", "(?x)", "(?a)", "(?im)"]) + pattern
        flags, text = maker.random.choice(FLAGS), maker.text()
        call = f"show({pattern!r}, {flags}, {text!r})"
        signal.alarm(2)
        try:
            cases.append([call, printed(program, call)])
        except (TimeoutError, ValueError, RecursionError):
            continue
        finally:
            signal.alarm(0)
    write(sys.argv[1], {"program": PROGRAM, "cases": cases}, indent=0)


def late(*_):
    raise TimeoutError


if sys.version_info[:3] != (3, 12, 1):
    sys.exit("CPython 3.12.1 is needed: other versions find other things in some patterns")
signal.signal(signal.SIGALRM, late)
main()
