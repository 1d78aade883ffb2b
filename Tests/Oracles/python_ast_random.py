"""Random programs of the subset, and random damage to programs."""

NAMES = ["x", "y", "model", "history", "i", "é", "print", "match"]
ATOMS = ["1", "0x1F", "1_000", "2.5", ".5", "1e-3", "3j", "'a'", '"b\\n"', "b'c'", "None", "True",
         "...", "f'{x!r:>{y}}'", "f'{x=} {{}}'", "'a' f'{i:.2f}' 'b'", "r'\\d'", "[]", "{}", "()",
         "123456789012345678901234567890"]
BINARY = ["+", "-", "*", "/", "//", "%", "@", "**", "<<", ">>", "|", "^", "&", " and ", " or ",
          "<", "<=", "==", "!=", " in ", " not in ", " is ", " is not "]
TOKENS = ["(", ")", "[", "]", "{", "}", ",", ":", "=", "==", ":=", "*", "**", ".", "\n", "    ",
          "  ", " ", "if ", " else ", "for ", " in ", "lambda ", "not ", "'", '"', "f'", "'''",
          "\\", "#", "\t", "1", "0", "_", "x", "def ", "return ", "import ", "from ", "as ", ";",
          "print ", "->", "@", "...", "!", "%", "yield ", "with ", "try:", "é", "×", "\r\n", "0x",
          "e5", "j", "del ", "pass", "class ", "except ", "finally:", "elif ", "/", "~", "{{", "}}"]


class Program:
    def __init__(self, stream):
        self.stream = stream

    def pick(self, *choices):
        return self.stream.choice(choices)

    def name(self):
        return self.stream.choice(NAMES)

    def expression(self, depth):
        if depth <= 0:
            return self.stream.choice(ATOMS + NAMES)
        a, b, c = (self.expression(depth - self.stream.randint(1, 3)) for _ in range(3))
        return self.pick(
            f"({a}{self.stream.choice(BINARY)}{b})", f"{a}{self.stream.choice(BINARY)}{b}",
            f"{self.name()}({a}, {self.name()}={b})", f"{self.name()}(*{self.name()}, **{{}})",
            f"[{a}, *{self.name()}]", f"({a}, {b})", f"{{{a}: {b}, **{self.name()}}}", f"{{{a}}}",
            f"{self.name()}[{a}:{b}, ::{c}]", f"{self.name()}.{self.name()}[{a}]", f"-{a}",
            f"not {a}", f"({a} if {b} else {c})", f"(lambda {self.name()}={a}, *z: {b})",
            f"[{a} for {self.name()} in ({b}) if ({c})]", f"{{{a}: {b} for k, v in ({c})}}",
            f"f({a} for i in ({b}))", f"({self.name()} := {a})", f"f'{{({a})}}'",
            f"(\n  {a},  # note\n  {b}\n)")

    def simple(self):
        a, b = self.expression(3), self.expression(2)
        return self.pick(
            f"{self.name()} = {a}", f"x, (y, *z) = {a}", f"x = y = {a}", f"x.y[{a}] = {b}",
            f"x += {a}", f"x: {a} = {b}", f"{a}", f"del x[{a}], y", f"assert {a}, {b}", "pass",
            f"raise E({a}) from None", "import a.b as c, d", "from .a import (b as c, d,)",
            "global p, q", f"return {a}, {b}", f"print({a}, {b}); x = 1", "x = yield")

    def block(self, indent, depth):
        count = self.stream.randint(1, 3)
        return "".join(self.statement(indent, depth) for _ in range(count))

    def statement(self, indent, depth):
        if depth <= 0 or self.stream.random() < 0.5:
            return indent + self.simple() + self.pick("", "", "  # why") + "\n"
        a = self.expression(2)
        inner = indent + self.pick("  ", "    ", "\t")
        body, other = self.block(inner, depth - 1), self.block(inner, depth - 1)
        i = indent
        return self.pick(
            f"{i}if {a}:\n{body}{i}elif x:\n{other}{i}else:\n{body}",
            f"{i}for k, v in {a}:\n{body}{i}else:\n{other}", f"{i}while {a}:\n{body}\n",
            f"{i}def f(a, /, b: int = 1, *, c, d=2, **e) -> {a}:\n{body}",
            f"{i}@dec(1)\n{i}class C(B, m={a}):\n{body}",
            f"{i}try:\n{body}{i}except (A, B) as e:\n{other}{i}finally:\n{body}",
            f"{i}with open(x) as f, g({a}):\n{body}", f"{i}if {a}: pass\n")

    def text(self):
        return self.block("", 2)


def mutate(stream, source):
    """One to three pieces taken out, doubled, swapped or put in."""
    for _ in range(stream.randint(1, 3)):
        at = stream.randint(0, len(source))
        to = min(len(source), at + stream.choice([1, 1, 1, 2, 4, 8]))
        piece = stream.choice(TOKENS)
        source = stream.choice([
            source[:at] + source[to:], source[:at] + piece + source[at:],
            source[:at] + piece + source[to:], source[:at] + source[at:to] * 2 + source[to:],
            source[:to]])
    return source
