import PythonRuntime

/// Expressions made of choices: literals that break programs, operators, calls of everything there is.
struct ValueMaker {
  /// Which of the families' modules there are.
  let family: Int

  func expression(_ choices: inout Choices, _ depth: Int) -> String {
    func inner(_ choices: inout Choices) -> String { expression(&choices, depth + 1) }
    guard depth < 4, !choices.hasEnded else { return literal(&choices) }
    switch choices.below(20) {
    case 0: return literal(&choices)
    case 1, 2: return choices.pick(["a", "b", "c", "d", "e", "x", "f", "K()", "C()", "p"])
    case 3, 4, 5: return "\(choices.pick(Names.functions[family]))(\(arguments(&choices, depth)))"
    case 6, 7:
      return "(\(inner(&choices))).\(choices.pick(Names.methods))(\(arguments(&choices, depth)))"
    case 8, 9:
      return "(\(inner(&choices))) \(choices.pick(Names.operators)) (\(inner(&choices)))"
    case 10: return "(\(inner(&choices)))[\(index(&choices))]"
    case 11: return "[\(inner(&choices)) for p in \(inner(&choices)) if \(inner(&choices))]"
    case 12: return "{\(inner(&choices)): \(inner(&choices))}"
    case 13: return "(\(inner(&choices)) for p in \(inner(&choices)))"
    case 14: return "lambda p=1, *q: \(inner(&choices))"
    case 15: return "f'{\(choices.pick(["a", "b", "d", "x", "e"])):\(choices.pick(Names.formats))}'"
    case 16: return "(\(inner(&choices))) % (\(inner(&choices)))"
    case 17: return "(\(inner(&choices)) if \(inner(&choices)) else \(inner(&choices)))"
    case 18: return "(\(inner(&choices)), *\(inner(&choices)))"
    default: return "(\(inner(&choices))).\(choices.pick(Names.attributes))"
    }
  }

  func index(_ choices: inout Choices) -> String {
    choices.pick([
      "0", "-1", "'k'", ":", "::-1", "1:", "-3:10**20:2", "::0", "..., 0", "None", "x > 1",
      "[0, 1]",
      "10**20", "0, 1", ":, None", "x", "d", "True", "slice(None)", "np.array([], int)", "(1, 2)",
    ])
  }

  private func arguments(_ choices: inout Choices, _ depth: Int) -> String {
    var given = (0..<choices.below(4)).map { _ in expression(&choices, depth + 1) }
    if choices.happens(onceIn: 3) {
      given.append("\(choices.pick(Names.options))=\(expression(&choices, depth + 1))")
    }
    return given.joined(separator: ", ")
  }

  private func literal(_ choices: inout Choices) -> String {
    choices.pick([
      "1", "0", "-1", "2", "3", "0.5", "''", "'ab'", "[]", "()", "{}", "None", "True", "2**63",
      "-2**63",
      "10**30", "2**31", "0.9999999", "float('nan')", "float('inf')", "-0.0", "1e308",
      "'é\\U0001F600\\0'",
      "b'\\xff'",
      "'%d %s %(k)s'", "'{0!r:>10} {}'", "[[1], [2, 3]]", "range(10)", "range(10**12)", "iter(a)",
      "print",
      "int", "np.zeros((0, 3))", "np.float32(1)", "np.array([1, None])", "np.uint8(255)", "1j",
      "...",
      "set()", "np.array('a')", "np.array([True, False])", "'%Y-%m-%d'", "'(a|b)*?\\\\1'",
      "'[1, {\"a\": 2}]'",
    ])
  }
}

/// What programs can name, walked from the interpreter's own tables.
enum Names {
  static let operators = [
    "+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "<", "==", "!=", ">=",
    "in",
    "not in", "is", "and", "or",
  ]
  static let formats = [
    "", ".2f", ">10", "05d", "+.3e", ",", "x", "#b", "%", "10.4g", "^*20s", "99999999d", "é<5",
  ]
  static let options = [
    "axis", "dtype", "key", "shape", "size", "default", "sep", "end", "keepdims", "out", "start",
    "n", "k",
    "width", "indent", "reverse", "initial", "strict", "ndmin", "step", "bins", "figsize", "color",
  ]
  static let attributes = [
    "shape", "T", "dtype", "flat", "size", "__class__", "__name__", "__dict__", "__doc__", "real",
    "v",
    "ndim", "itemsize", "nbytes", "__init__", "args", "base",
  ]
  static let methods = [
    "append", "pop", "insert", "sort", "index", "count", "extend", "remove", "reverse", "clear",
    "copy",
    "get", "items", "keys", "values", "update", "setdefault", "popitem", "split", "join", "format",
    "strip",
    "replace", "find", "encode", "decode", "upper", "title", "center", "ljust", "zfill",
    "partition",
    "splitlines", "startswith", "translate", "expandtabs", "isdigit", "casefold", "rsplit", "rfind",
    "add",
    "union", "difference", "issubset", "hex", "is_integer", "bit_length", "to_bytes",
    "as_integer_ratio",
    "conjugate", "reshape", "astype", "sum", "mean", "std", "argmax", "max", "min", "cumsum",
    "prod",
    "transpose", "flatten", "ravel", "squeeze", "tolist", "item", "fill", "repeat", "take", "dot",
    "clip",
    "round", "swapaxes", "view", "tobytes", "nonzero", "argsort", "any", "all", "var", "send",
    "throw",
    "close", "__next__", "__add__", "__len__", "__getitem__", "__repr__", "group", "sub", "groups",
    "span",
  ]

  /// The modules of a program, as it imports them, and what their members are called by.
  static let families: [(imports: String, modules: [(name: String, shown: String)])] = [
    (
      "import math, re, json, random, itertools, functools, copy, time, collections, datetime",
      [
        "math", "re", "json", "random", "itertools", "functools", "copy", "time", "collections",
        "datetime",
      ].map { ($0, $0) }
    ),
    (
      "import numpy as np",
      [("numpy", "np"), ("numpy.random", "np.random"), ("numpy.linalg", "np.linalg")]
    ),
    ("import numpy as np, matplotlib.pyplot as plt", [("matplotlib.pyplot", "plt")]),
    (
      "import numpy as np, keras",
      ["keras.layers", "keras.utils", "keras.ops", "keras.activations", "keras.backend"]
        .map { ($0, $0) }
    ),
    (
      "import numpy as np, pandas as pd, sklearn.metrics, sklearn.preprocessing",
      [
        ("pandas", "pd"), ("sklearn.metrics", "sklearn.metrics"),
        ("sklearn.preprocessing", "sklearn.preprocessing"),
      ]
    ),
  ]

  /// Builtins, and all functions and classes of the modules of each family.
  static let functions: [[String]] = families.map { family in
    let cells = CellMachine(for: family.imports)
    return withExtendedLifetime(cells) {
      ProgramNames.builtins.sorted()
        + family.modules.flatMap { name, shown in
          (cells.machine.modules[name]?.members.keys.sorted() ?? [])
            .filter { !$0.hasPrefix("_") }.map { "\(shown).\($0)" }
        }
    }
  }
}
