import PythonRuntime
import PythonSyntax
import Testing

/// What a look at programs finds in the shapes of data and models.
struct `A look at the shapes of a program` {
  private let look = ShapeLook()

  private static let data = """
    x = np.zeros((600, 8))
    y = np.random.randint(0, 10, 600)
    labels = np.random.randint(0, 10, 1200)[:600]
    rows = np.zeros((600, 10))
    images = np.zeros((600, 28, 28))

    """
  private static let model = """
    model = keras.Sequential([keras.Input((8,)), layers.Dense(10, activation='softmax')])
    model.compile('adam', 'categorical_crossentropy')

    """

  /// Programs that end with the exception that is found, whatever the data holds.
  static let refusals = [
    (model + "model.fit(x[:, None], rows)", "x[:, None]"),
    (model + "model.fit(x[0], rows)", "x[0]"),
    (model + "model.fit(x.reshape(-1), rows)", "x.reshape(-1)"),
    (model + "model.fit(x, y)", "y"),
    (model + "model.fit(x, rows[:, :7])", "rows[:, :7]"),
    (
      model + "few = keras.utils.to_categorical(np.arange(600) % 7, 7)\nmodel.fit(x, few)", "few"
    ),
    (model + "model.fit(x, rows[:500])", "rows[:500]"),
    (
      "m = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(3, 1)])\nm.compile('adam', 'sparse_categorical_crossentropy')\nm.fit(images, images)",
      "images"
    ),
    (model + "model.fit(y=rows, x=x[:, :7])", "x[:, :7]"),
    (model + "model.fit(x, rows, validation_data=(x, rows[:, 1:]))", "(x, rows[:, 1:])"),
    (model + "model.evaluate(x, rows[:, :3])", "rows[:, :3]"),
    (model + "model.predict(images)", "images"),
    (model + "model.train_on_batch(x[:4], rows[:4, 1:])", "rows[:4, 1:]"),
    ("m = keras.Sequential([layers.Dense(3)])\nm.fit(x, rows)", "m.fit"),
    (
      "m = keras.Sequential([layers.Dense(3)])\nm.compile('adam', 'mse')\nm.fit(x, rows)", "rows"
    ),
    (
      "m = keras.Sequential([layers.Flatten(), layers.Conv2D(4, 3)])\nm.compile('adam', 'mse')\nm.fit(images, rows)",
      "images"
    ),
    (
      "m = keras.Sequential()\nm.add(layers.Dense(4, input_shape=(8,)))\nm.add(layers.Conv2D(4, 3))",
      "m.add"
    ),
    ("keras.Sequential([keras.Input((4, 4, 1)), layers.Conv2D(2, 5)])", "keras.Sequential"),
    ("i = keras.Input((28, 28))\no = layers.Conv2D(8, 3)(i)", "layers.Conv2D(8, 3)"),
    (
      "i = keras.Input((8,))\na = layers.Dense(3)(i)\nb = layers.Dense(4)(i)\nc = layers.add([a, b])",
      "layers.add"
    ),
    (
      "i = keras.Input((8,))\no = layers.Dense(3)(i)\nm = keras.Model(i, o)\nm.compile('adam', 'mse')\nm.fit(x, x)",
      "x"
    ),
    (model + "model.add(layers.Dropout(2))", "layers.Dropout"),
    ("m = keras.Sequential([layers.Dense(2)])\nm.compile('adam')", "m.compile"),
    (
      "def build(units, rate=0.1):\n  m = keras.Sequential([keras.Input((8,)), layers.Dense(units)])\n  m.compile('adam', 'mse')\n  return m\nm = build(7)\nm.fit(x, rows)",
      "rows"
    ),
    (
      "def build(sizes=(4, 4)):\n  m = keras.Sequential([keras.Input((8,))])\n  for size in sizes:\n    m.add(layers.Dense(size))\n  if len(sizes) == 2:\n    return m\n  return None\nm = build()\nm.compile('adam', 'mse')\nm.fit(x, rows)",
      "rows"
    ),
    (
      "if keras.backend.image_data_format() == 'channels_first':\n  shape = (1, 28, 28)\nelse:\n  shape = (28, 28, 1)\nm = keras.Sequential([layers.Conv2D(8, 3, input_shape=shape), layers.Dense(2)])\nm.compile('adam', 'mse')\nm.fit(x, rows)",
      "x"
    ),
    (
      model + "for i in range(2):\n  x = x[:, None]\n  y = rows\nmodel.fit(x, y)", "x"
    ),
    (
      "if __name__ == '__main__':\n  keras.Sequential([keras.Input((4, 4, 1)), layers.Conv2D(2, 5)])",
      "keras.Sequential"
    ),
    (
      "def train(model, x):\n  model.fit(x, rows)\n" + model + "train(model, images)", "x"
    ),
  ]

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
    let raised = look.printed(ShapeLook.head + Self.data + source)
    #expect(!raised.isEmpty)
    #expect(
      try look.findings(Self.data + source) == ["\(place): refused-call this raises \(raised)"])
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
    "def make(k):\n  def f(t, p):\n    return keras.ops.square(t - p) * k\n  k = 4\n  return f\n" + one
      + "m.compile('sgd', loss=make(x))",
    "def make(k):\n  def f(t, p):\n    if k: return p[:, 0]\n    return keras.ops.square(p - t)\n  k = 0\n  return f\nk = 1\n"
      + one + "m.compile('sgd', loss=make(5))",
    "def f(t, p):\n  while some: pass\n  return keras.ops.square(p - t)\n" + one
      + "m.compile('sgd', f)\nsome = 0",
    "def f(t, p):\n  return g(t - p, 3)\ndef g(d, n):\n  return d * d if n == 0 else g(d, n - 1)\n" + one
      + "m.compile('sgd', f)",
    "keras.Sequential([keras.Input((8,)), layers.Lambda(lambda v: layers.Dense(3)(v))])",
    "m = keras.Sequential([keras.Input((8, 1)), layers.Lambda(lambda v: keras.backend.squeeze(v, -1)), layers.Dense(2)])\nm.compile('sgd', 'mse')\nm.fit(x[:, :, None], x[:, :2])",
  ])
  func `with functions are left alone where nothing is wrong`(source: String) throws {
    #expect(try look.findings(Self.data + source) == [])
  }

  @Test func `don't wait for functions that don't end`() throws {
    let machine = Machine(limits: Machine.Limits(steps: 100_000)) { _ in }
    look.install(in: machine)
    let source = "def f(t, p):\n  while True: pass\n" + Self.one + "m.compile('sgd', f)"
    let cells = try [ShapeLook.head, source].map { try parseModule($0) }
    var check = ProgramCheck(machine, cells: cells)
    #expect(cells.flatMap { check.findings(in: $0) }.isEmpty)
  }

  @Test(arguments: refusals)
  func `are refused as the run refuses them`(source: String, place: String) throws {
    let found = try look.findings(Self.data + source)
    let raised = look.printed(ShapeLook.head + Self.data + source)
    guard raised.contains("Exception encountered when calling") else {
      return #expect(found == ["\(place): refused-call this raises \(raised)"])
    }
    // Of shapes the look says what is wanted; Keras says which layer found out.
    #expect(found.count == 1)
    let words = "refused-call this raises ValueError: Input 0 of the model is incompatible with it"
    #expect(found[0].hasPrefix("\(place): \(words)"))
  }

  @Test func `tell of labels that the model has no outputs for`() throws {
    let source = """
      (x, y), (a, b) = keras.datasets.mnist.load_data()
      x = x.reshape(60000, 784).astype('float32') / 255
      m = keras.Sequential([keras.Input((784,)), layers.Dense(7, activation='softmax')])
      m.compile('adam', 'sparse_categorical_crossentropy')
      m.fit(x, y)
      """
    #expect(
      try look.findings(source) == [
        "y: refused-call this raises tensorflow.python.framework.errors_impl.InvalidArgumentError: Received a label value of 9 which is outside the valid range of [0, 7)"
      ])
  }

  @Test func `of a function in another cell are told where it is called`() throws {
    let build = """
      def build(shape):
        return keras.Sequential([keras.Input(shape), layers.Conv2D(2, 3)])
      """
    let call = "m = build((28, 28))"
    let raised = look.printed(ShapeLook.head + build + "\n" + call)
    #expect(try look.findings([build, call]) == ["build: refused-call this raises \(raised)"])
  }

  /// Programs of which nothing is certain, or in which nothing is wrong.
  @Test(arguments: [
    model + "model.fit(x, rows)\nmodel.evaluate(x, rows)\nmodel.predict(x[:3])",
    model + "if x.max():\n  x = x[:, None]\nmodel.fit(x, rows)",
    model + "if x.max():\n  model.fit(x[0], rows)",
    model + "for i in str(x)[:2]:\n  model.add(layers.Dense(7))\nmodel.fit(x, rows[:, 1:])",
    model + "try:\n  model.fit(x[0], rows)\nexcept ValueError:\n  pass",
    model + "def f():\n  model.add(layers.Dense(7))\nf()\nmodel.fit(x, rows[:, :7])",
    model + "def f(m):\n  m.add(layers.Dense(7))\nf(model)\nmodel.fit(x, rows[:, :7])",
    model + "models = [model]\nmodels[0].add(layers.Dense(7))\nmodel.fit(x, rows[:, :7])",
    model
      + "for m in [model]:\n  m.add(layers.Dense(7))\nmodel.compile('adam', 'mse')\nmodel.fit(x, rows[:, :7])",
    model + "d = {'a': model}\nd['a'].pop()\nmodel.fit(x, x)",
    model + "list(map(lambda m: m.pop(), [model]))\nmodel.fit(x, x)",
    model + "x.shape = (600, 2, 4)\nmodel.fit(x, rows)",
    model + "[model.fit(x[0], rows) for i in some]\nsome = []",
    "keras.backend.set_image_data_format('channels_first')\nm = keras.Sequential([layers.Conv2D(2, 3, input_shape=(1, 28, 28))])\nm.compile('adam', 'mse')\nm.predict(images[:, None])",
    "if x.max():\n  keras.backend.set_image_data_format('channels_first')\nm = keras.Sequential([layers.Conv2D(2, 9, input_shape=(1, 28, 28))])",
    model + "for i in range(3):\n  if i == 1: break\n  model.add(layers.Dense(7))\nmodel.fit(x, x)",
    model + "if model is None:\n  model.pop()\n  x = x[0]\nmodel.fit(x, rows)",
    "def f(n):\n  if n > some: return x[0]\n  return x\nsome = len(str(x))\n" + model
      + "model.fit(f(3), rows)",
    "def f(n):\n  while n: return x[0]\n  return x\n" + model + "model.fit(f(0), rows)",
    "def f(n):\n  try:\n    return x\n  except ValueError:\n    return x[0]\n" + model
      + "model.fit(f(3), rows)",
    model + "f = lambda: model.fit(x[0], rows)",
    model + "some and model.fit(x[0], rows)\nsome = 0",
    model + "n = model.fit(x[0], rows) if some else 0\nsome = 0",
    model + "def f(a):\n  if a.max(): return 0\n  model.fit(a[0], rows)\nf(x)",
    model + "def f(*a): return a\nmodel.fit(f(x), rows)",
    "m = keras.Sequential([layers.Dense(3)])\nm.compile('adam', some)\nsome = 'mse'\nm.fit(x, rows)",
    "m = keras.Sequential([layers.Dense(some)])\nsome = 10\nm.compile('adam', 'mse')\nm.fit(x, rows)",
    "m = keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(10)])\nm.compile('adam', 'mse')\nm.fit(images, rows)",
    "m = keras.Sequential([keras.Input((8,)), layers.Dense(7)])\nm.compile('adam', 'sparse_categorical_crossentropy')\nm.fit(x[:9], y[:9])",
    "m = keras.Sequential([keras.Input((8,)), layers.Dense(7)])\nm.compile('adam', 'sparse_categorical_crossentropy')\nz = y\ny[y > 6] = 0\nm.fit(x, z)",
    "m = keras.Sequential([keras.Input((8,)), layers.Dense(7)])\nm.compile('adam', 'sparse_categorical_crossentropy')\nm.fit(x, y % 7)",
    "m = keras.Sequential([keras.Input((8,)), layers.Dense(3)])\nm.compile('adam', 'mse')\nm.fit(x, x[:, :1])",
    "shared = layers.Dense(4)\na = shared(keras.Input((8,)))\nb = shared(keras.Input((8,)))\nm = keras.Model(a, b) if some else None\nsome = 0",
    "if keras.backend.image_data_format() == 'channels_first':\n  shape = (1, 28, 28)\nelse:\n  shape = (28, 28, 1)\nm = keras.Sequential([layers.Conv2D(8, 3, input_shape=shape)])",
    "def build(n):\n  return keras.Sequential([keras.Input((8,)), layers.Dense(n)])\nfor n in (3, 10):\n  m = build(n)\n  m.compile('adam', 'mse')\n  m.fit(x, np.zeros((600, n)))",
    "model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])\nmodel.input_names if hasattr(model, 'input_names') else ''",
  ])
  func `are left alone where nothing is certain`(source: String) throws {
    #expect(try look.findings(Self.data + source) == [])
  }

  @Test func `aren't known behind a cell that may fail`() throws {
    let machine = Machine { _ in }
    look.install(in: machine)
    let sources = [ShapeLook.head + Self.data + Self.model, "model.pop()", "model.fit(x, x)"]
    let cells = try sources.map { try parseModule($0) }
    var check = ProgramCheck(machine, cells: cells)
    #expect(check.findings(in: cells[0]).isEmpty)
    check.skip(cells[1])
    #expect(check.findings(in: cells[2]).isEmpty)
  }
}
