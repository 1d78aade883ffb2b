import PythonRuntime
import PythonSyntax
import Testing

/// What a look at programs finds in the shapes of data and models.
struct `A look at the shapes of a program` {
  private let look = ShapeLook()

  private static let model = """
    model = keras.Sequential([keras.Input((8,)), layers.Dense(10, activation='softmax')])
    model.compile('adam', 'categorical_crossentropy')

    """

  /// Programs that end with the exception that is found, whatever the data holds.
  static let refusals = [
    (model + "model.fit(x[:, None], rows)", "x[:, None]"),
    (model + "model.fit(x[0], rows)", "rows"),
    (model + "model.fit(x.reshape(-1), rows)", "rows"),
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

  @Test(arguments: refusals)
  func `are refused as the run refuses them`(source: String, place: String) throws {
    let found = try look.findings(ShapeLook.data + source)
    let raised = look.printed(ShapeLook.head + ShapeLook.data + source)
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
    #expect(try look.findings(ShapeLook.data + source) == [])
  }

  @Test func `aren't known behind a cell that may fail`() throws {
    let machine = Machine { _ in }
    look.install(in: machine)
    let sources = [ShapeLook.head + ShapeLook.data + Self.model, "model.pop()", "model.fit(x, x)"]
    let cells = try sources.map { try parseModule($0) }
    var check = ProgramCheck(machine, cells: cells)
    #expect(check.findings(in: cells[0]).isEmpty)
    check.skip(cells[1])
    #expect(check.findings(in: cells[2]).isEmpty)
  }
}
