import PythonRuntime
import PythonSyntax
import Testing

/// What a look at programs finds in functions of theirs that Keras is handed.
struct `A look at programs` {
  private let look = ShapeLook()

  private static let one = "m = keras.Sequential([keras.Input((8,)), layers.Dense(1)])\n"

  /// Functions of the program that hosts call at once, with what can't be done in them.
  static let functions = [
    ("def f(t, p):\n  return keras.ops.std(t - p)\n" + one + "m.compile('sgd', f)", "m.compile"),
    (one + "m.compile('sgd', 'mse', metrics=['mae', lambda t, p: p[:, 0]])", "m.compile"),
    (one + "m.compile('sgd', 'mse', weighted_metrics=[lambda t, p: p[:, 0]])", "m.compile"),
    (
      "def spread(d):\n  return keras.ops.max(d)\ndef f(t, p):\n  return spread(t - p)\n" + one
        + "for _ in range(2):\n  pass\nm.compile('sgd', loss=f)", "m.compile"
    ),
    (
      "def make(k):\n  def f(t, p):\n    return (t - p) ** k if k < 3 else keras.ops.std(p)\n  return f\n"
        + one + "m.compile('sgd', loss=make(5))", "m.compile"
    ),
    (
      "def make(k):\n  return lambda t, p: keras.ops.max(t - p) * k\ndef build(f):\n  " + one
        + "  m.compile('sgd', loss=f)\n  return m\nbuild(make(2))", "m.compile"
    ),
    ("layers.Dense(3, activation=lambda v: v * 2)", "layers.Dense"),
    (
      "keras.Sequential([keras.Input((8,)), layers.Lambda(lambda v: layers.Conv2D(3, 3)(v))])",
      "keras.Sequential"
    ),
  ]

  @Test(arguments: functions)
  func `with functions are refused as the run refuses them`(source: String, place: String) throws {
    let raised = look.printed(ShapeLook.head + ShapeLook.data + source)
    #expect(!raised.isEmpty)
    #expect(
      try look.findings(ShapeLook.data + source) == ["\(place): refused-call this raises \(raised)"]
    )
  }

  /// Functions that the look can call, or of which it doesn't know all.
  @Test(arguments: [
    "def f(t, p):\n  return keras.ops.square(t - p) * w\nw = 3\n" + one + "m.compile('sgd', f)",
    "def f(t, p):\n  return keras.ops.std(p) if w else t - p\nw = x.max()\n" + one
      + "m.compile('sgd', f)",
    "def f(t, p):\n  return keras.ops.std(p) if w else abs(t - p)\nw = False\n" + one
      + "m.compile('sgd', f)",
    "def abs(v):\n  return keras.ops.square(v)\ndef f(t, p):\n  return abs(t - p)\n" + one
      + "m.compile('sgd', f)",
    "abs = some\ndef f(t, p):\n  return abs(p[:, 0])\n" + one + "m.compile('sgd', f)\nsome = 1",
    "def make(k):\n  def f(t, p):\n    return keras.ops.square(t - p) * k\n  k = 4\n  return f\n"
      + one
      + "m.compile('sgd', loss=make(x))",
    "def make(k):\n  def f(t, p):\n    if k: return p[:, 0]\n    return keras.ops.square(p - t)\n  k = 0\n  return f\nk = 1\n"
      + one + "m.compile('sgd', loss=make(5))",
    "def f(t, p):\n  while some: pass\n  return keras.ops.square(p - t)\n" + one
      + "m.compile('sgd', f)\nsome = 0",
    "def f(t, p):\n  return g(t - p, 3)\ndef g(d, n):\n  return d * d if n == 0 else g(d, n - 1)\n"
      + one
      + "m.compile('sgd', f)",
    "keras.Sequential([keras.Input((8,)), layers.Lambda(lambda v: layers.Dense(3)(v))])",
    "m = keras.Sequential([keras.Input((8, 1)), layers.Lambda(lambda v: keras.backend.squeeze(v, -1)), layers.Dense(2)])\nm.compile('sgd', 'mse')\nm.fit(x[:, :, None], x[:, :2])",
  ])
  func `with functions are left alone where nothing is wrong`(source: String) throws {
    #expect(try look.findings(ShapeLook.data + source) == [])
  }

  @Test func `don't wait for functions that don't end`() throws {
    let machine = Machine(limits: Machine.Limits(steps: 100_000)) { _ in }
    look.install(in: machine)
    let source = "def f(t, p):\n  while True: pass\n" + Self.one + "m.compile('sgd', f)"
    let cells = try [ShapeLook.head, source].map { try parseModule($0) }
    var check = ProgramCheck(machine, cells: cells)
    #expect(cells.flatMap { check.findings(in: $0) }.isEmpty)
  }
}
