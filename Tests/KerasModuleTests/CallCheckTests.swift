import KerasModule
import NumPyModule
import PythonLibrary
import PythonRuntime
import PythonSyntax
import Testing

/// What a look at programs with models finds before they run.
struct `A look at programs with models` {
  private func findings(_ source: String) throws -> [String] {
    let machine = Machine { _ in }
    StandardModules.install(in: machine)
    NumPyLibrary.install(in: machine)
    let host = KerasSession.Host(dataset: { name throws(HostFailure) in
      throw HostFailure("RuntimeError", name)
    })
    KerasLibrary.install(KerasSession(host), in: machine)
    let head =
      "import keras\nfrom keras import layers\na = keras.ops.ones((2, 2))\nm = keras.Sequential()\nm.compile(loss='mse')\n"
    let cell = try parseModule(head + source)
    var check = ProgramCheck(machine, cells: [cell])
    return check.findings(in: cell).map { "\($0.code) \($0.english)" }
  }

  @Test(arguments: [
    ("layers.Dense()", "wrong-argument Dense() needs the argument 'units'"),
    ("layers.Dense(3, activation='rleu')", "wrong-argument 'rleu' names no activation here"),
    ("m.compile('adam', 'msee')", "wrong-argument 'msee' names no loss here"),
    ("m.compile(optimizer='adm', loss='mse')", "wrong-argument 'adm' names no optimizer here"),
    (
      "m.fit(a, a, epochs=range(3))",
      "wrong-argument epochs must be a whole number, not range"
    ),
    ("n = '3'\nm.fit(a, a, epochs='3')", "wrong-argument epochs must be a whole number, not str"),
    (
      "m.fit([[1.0], [2.0]], a)",
      "wrong-argument Keras takes arrays, not lists of numbers; np.array(…) makes one"
    ),
    (
      "x = [[1.0], [2.0]]\nm.fit(a, x)",
      "wrong-argument Keras takes arrays, not lists of numbers; np.array(…) makes one"
    ),
    (
      "m.predict(3)",
      "wrong-argument Keras takes arrays, not lists of numbers; np.array(…) makes one"
    ),
    ("keras.utils.to_categorical()", "wrong-argument to_categorical() needs the argument 'x'"),
    (
      "(x, y), (a, b) = keras.datasets.mnist.load_data()\nx.reshpe(1)",
      "unknown-attribute 'ndarray' has no attribute 'reshpe' here"
    ),
    (
      "class Net(keras.Model):\n  pass\nNet()",
      "refused-base programs can't make classes of Model here"
    ),
    (
      "class Twice(layers.Dense):\n  def call(self, x): return 2 * x\nTwice(3)",
      "refused-base programs can't make classes of Dense here"
    ),
    (
      "class Slow(keras.optimizers.SGD):\n  pass\nclass Slower(Slow):\n  pass\nSlower()",
      "refused-base programs can't make classes of SGD here"
    ),
    (
      "h = m.fit(a, a)\nh.histry", "unknown-attribute 'History' has no attribute 'histry' here"
    ),
  ])
  func `names what can't be right`(source: String, finding: String) throws {
    #expect(try findings(source) == [finding])
  }

  @Test func `are refused when they run where they weren't seen before`() {
    let source = "import keras\nclass Net(keras.Model):\n  pass\nNet()"
    #expect(
      ShapeLook().printed(source)
        == "NotImplementedError: Net, a class made of Model, is not supported by Caderno")
  }

  @Test(arguments: [
    "layers.Dense(output_dim=3)", "layers.Dense(units=3, activation=None)",
    "m.compile('adam', 'mse')\nm.fit(a, a, epochs=3)",
    "n = 2\nm.fit(a, a, epochs=n * 2)", "m.predict([a])", "m.compile(loss=some)\nsome = 1",
    "p = m.predict(a)\np.argmax(axis=1).tolist()",
    "class Quiet(keras.callbacks.Callback):\n  pass\nQuiet()",
    "class Patient(keras.callbacks.EarlyStopping):\n  pass\nPatient()",
    "class Failure(ValueError):\n  pass\nFailure()", "class Unused(layers.Layer):\n  pass",
  ])
  func `leave alone what may be right`(source: String) throws {
    #expect(try findings(source) == [])
  }
}
