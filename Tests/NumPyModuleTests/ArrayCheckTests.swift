import NumPyModule
import PythonRuntime
import PythonSyntax
import Testing

/// What a look at programs with arrays finds before they run.
struct `A look at programs with arrays` {
  private func findings(_ source: String) throws -> [String] {
    let machine = Machine { _ in }
    NumPyLibrary.install(in: machine)
    let cell = try parseModule("import numpy as np\n" + source)
    var check = ProgramCheck(machine, cells: [cell])
    return check.findings(in: cell).map { "\($0.code) \($0.nearest ?? "")" }
  }

  @Test(arguments: [
    ("x = np.zeros((2, 3))\nx.reshpe(6)", "reshape"),
    ("x = np.zeros((2, 3)).reshape(3, 2) / 255\nprint(x.shpae)", "shape"),
    ("x = np.arange(4)\ny = x[1:] + 1\ny.tolst()", "tolist"),
    ("x = np.arange(4)\nx[0].itm()", "item"),
    ("a, b = np.ones(2), 3\na.flaten()", "flatten"),
    ("for row in np.eye(3):\n  row.argmx()", "argmax"),
    ("for i, row in enumerate(np.eye(3)):\n  row.argmx()", "argmax"),
    ("x = np.where(np.eye(2) > 0)[0]\nx.sise", "size"),
    ("g = np.random.default_rng(0)\ng.integrs(5)", "integers"),
    ("x = np.random.rand(3)\nx.maen()", "mean"),
  ])
  func `names misspelt attributes`(source: String, nearest: String) throws {
    #expect(try findings(source) == ["unknown-attribute \(nearest)"])
  }

  @Test(arguments: [
    "x = np.arange(4)\nx = [1]\nx.append(2)",
    "x = np.arange(4)\nif x[0]:\n  x = 'a'\nx.upper()",
    "def f(x): return x.foo\nf(1)",
    "x = np.arange(4)\nx.mean().item()\nx.T.copy().sum().round(2)",
    "x = np.arange(4)\nf = lambda: x.foo",
    "x = np.arange(4)\ntry:\n  x.foo\nexcept AttributeError: pass",
    "x = np.random.rand()\nx.is_integer()",
    "x = [np.arange(2)]\nx.append(3)",
  ])
  func `leave alone what may be right`(source: String) throws {
    #expect(try findings(source) == [])
  }
}
