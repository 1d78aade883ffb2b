public import TestSupport

extension RecordedProgram {
  /// What CPython prints (Tests/Oracles/cells_cpython.py).
  public static let ofLanguage: [RecordedProgram] = Fixture.read("PythonRuntime/cpython.json")
  /// The same for programs that import modules of Python's own library.
  public static let ofLibrary: [RecordedProgram] = Fixture.read("PythonLibrary/cpython.json")
  /// What Jupyter shows (Tests/Oracles/cells_jupyter.py).
  public static let shownByJupyter: [RecordedProgram] = Fixture.read("PythonRuntime/jupyter.json")
}
