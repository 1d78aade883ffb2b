/// A Python program made of choices: statements over a few names whose values are of all kinds.
struct ProgramMaker {
  private var choices: Choices
  private let values: ValueMaker

  init(_ bytes: [UInt8]) {
    choices = Choices(bytes)
    values = ValueMaker(family: choices.below(Names.families.count))
  }

  /// The statements, each to be run by itself.
  mutating func statements() -> [String] {
    var lines = [Names.families[values.family].imports] + Self.start
    for _ in 0...choices.below(12) { lines.append(statement(0)) }
    return lines + ["print(a, b, c, d, e, x)"]
  }

  private static let start = [
    "a, b, c, d, e = [3, 1, 2], 'texto %s {} é', {'k': 1, 2: [5]}, 2.5, (1, None, True)",
    "x = [[1.0, 2], []]",
    "x = np.arange(6.).reshape(2, 3)",
    """
    class K:
        def __init__(self, v=0): self.v = v
        def __eq__(self, o): return self.v == o
        def __hash__(self): return 1
        def __iter__(self): yield from a
        def __getitem__(self, i): return a[i]
        def __len__(self): return self.v
        def __add__(self, o): return o
    """,
  ]

  private mutating func statement(_ depth: Int) -> String {
    let count = depth < 3 ? 18 : 8
    switch choices.below(count) {
    case 0: return "print(\(expression()))"
    case 1: return "\(target()) = \(expression())"
    case 2:
      return
        "\(name()) \(choices.pick(["+", "-", "*", "/", "//", "%", "**", "@", "|"]))= \(expression())"
    case 3: return expression()
    case 4: return "\(name())[\(values.index(&choices))] = \(expression())"
    case 5:
      return choices.pick([
        "break", "continue", "pass", "return \(expression())", "yield \(name())",
      ])
    case 6: return "raise \(choices.pick(["ValueError", "KeyError(a)", "StopIteration", "K", "d"]))"
    case 7: return "del \(name())\(choices.pick(["", "[0]", "[:]", ".v"]))"
    case 8: return "for \(target()) in \(expression()):" + block(depth)
    case 9: return "while \(expression()):" + block(depth, ending: "break")
    case 10: return "if \(expression()):" + block(depth) + "\nelse:" + block(depth)
    case 11:
      return "try:" + block(depth)
        + "\nexcept \(choices.pick(["Exception as e", "(KeyError, d)"])):" + block(depth)
    case 12: return "try:" + block(depth) + "\nfinally:" + block(depth)
    case 13:
      return "def f(\(choices.pick(["p=1", "*p", "p, q=2, *r, **s", "", "**p"]))):" + block(depth)
    case 14:
      return
        "class C(\(choices.pick(["", "K", "dict", "list", "Exception", "int", "keras.layers.Layer", "b"]))):\n  \(method()):"
        + block(depth + 1)
    case 15: return "with \(expression()) as \(name()):" + block(depth)
    case 16:
      return
        "@\(choices.pick(["functools.lru_cache(2)", "staticmethod", "property", "f", "dataclass"]))\ndef f(p=0):"
        + block(depth)
    default: return "assert \(expression()), \(expression())"
    }
  }

  private mutating func method() -> String {
    "def "
      + choices.pick([
        "__init__(self, *p)", "__repr__(self)", "__eq__(self, o)", "__hash__(self)",
        "__len__(self)",
        "__iter__(self)", "__next__(self)", "__getattr__(self, n)", "__getitem__(self, i)",
        "__call__(self, *p)", "__bool__(self)", "__add__(self, o)", "__lt__(self, o)",
        "__enter__(self)",
        "__exit__(self, *p)", "__format__(self, s)", "__index__(self)", "call(self, p)",
      ])
  }

  private mutating func block(_ depth: Int, ending: String? = nil) -> String {
    let lines =
      (0..<1 + choices.below(2)).map { _ in statement(depth + 1) } + (ending.map { [$0] } ?? [])
    let text = lines.joined(separator: "\n")
    return "\n  "
      + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
  }

  private mutating func name() -> String {
    choices.pick(["a", "b", "c", "d", "e", "x", "f", "p", "K", "C"])
  }

  private mutating func target() -> String {
    choices.pick([
      "a", "b", "x", "e", "a, b", "a, *e", "x[0]", "x[x > 1]", "c['n']", "K.v", "(a, (b, c))",
    ])
  }

  private mutating func expression() -> String { values.expression(&choices, 0) }
}
