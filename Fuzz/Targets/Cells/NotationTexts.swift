import PythonRuntime
import Execution
import PythonSyntax

/// Texts in the part of Python that lessons use: read, looked through, run.
enum NotationTexts: FuzzTarget {
  static let name = "notation"
  static let longest = 1024

  static let seeds = [
    "", "Conv2D(32, (3, 3), activation='relu')\nDense(10)\n", "x = 1 + 2 * -3 ** 0.5 // 7 % 2\nx",
    "def f(a, b=2, *c, d, **e):\n    return a if b else [i for i in c if i]\nf(1, d=2)\n",
    "class A(B, metaclass=C):\n    '''d'''\n    x: int = 1\n    @property\n    def y(self): ...\n",
    "for i, (a, *b) in enumerate(x):\n\tif a: continue\n\telif b: break\nelse: pass\n",
    "try:\n    raise E from None\nexcept (A, B) as e: pass\nelse: ...\nfinally: del e\n",
    "print(f'{x!r:>{w}.2f} {y=}', rb'\\x00\\'', '''a\nb''', 0x_fF, 1_0.5e-3j)\n",
    "with open('a') as f, g: pass\nwhile (n := n - 1) > 0: yield from n\nassert a, 'b'\n",
    "lambda *a, k=1: (yield)\nx[1:2, ..., ::-1] += {**a, 'b': {1, 2}, 3: {}}\nglobal z\n",
    "%matplotlib inline\n!pip install x\n?help\nawait x\nasync def f(): pass\n",
    "match x:\n  case [1, *_] | {'a': b}: pass\n  case A(c=d) if e: pass\n",
    "a = b = (1,)\na, *b = c; d = not e is not f in g and h or i\n# c \\\nx = \\\n1\n",
  ].map { Array($0.utf8) }

  static let words = [
    "and", "as", "assert", "async ", "await ", "break", "class ", "continue", "def ", "del ",
    "elif ",
    "else:", "except ", "False", "finally:", "for ", "from ", "global ", "if ", "import ", " in ",
    " is ", "lambda ", "None", "nonlocal ", "not ", " or ", "pass", "raise ", "return ", "True",
    "try:",
    "while ", "with ", "yield ", "match ", "case ", ":=", "->", "**", "//", "<<", ">>=", "!=",
    "...",
    "'''", "\"\"\"", "f'", "rb'", "{x!r:>", "\\N{", "\\u", "\\x", "\n    ", "\n\t", "\r\n", "\u{C}",
    "0x", "1e", "1_0", "é", "\u{FEFF}", "\0", "%", "!", "@", "\\\n", "print(", "range(", "self",
    "10**20", "(", ")", "[", "]", "{", "}",
  ]

  static func run(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try? parseExpression(text)
    let significant = try? significantText(of: text)
    guard let module = try module(of: text) else { return }
    // What is said of the text's tokens: two sources with the same ones have the same tree.
    try expect(significant != nil, "a source that parses has tokens")
    // What follows a cell's magic or a backslash at the end belongs to it.
    if !text.contains("%%"), !text.hasSuffix("\\") {
      let copy = try? parseModule(text + "\n# c\n")
      try expect(copy?.body == module.body, "a comment at the end changes the tree")
    }
    try CellMachine.run(for: text) { cells in
      var check = ProgramCheck(cells.machine, cells: [module])
      let findings = check.findings(in: module)
      let count = text.utf8.count
      try expect(
        findings.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count },
        "a finding stands outside of the text")
      cells.run(module)
    }
  }

  /// The tree of a text; nil where the text is refused, which needs a place in it.
  private static func module(of text: String) throws -> Module? {
    do {
      return try parseModule(text)
    } catch {
      let isInside = error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count
      try expect(isInside, "a syntax error stands outside of the text")
      return nil
    }
  }
}
