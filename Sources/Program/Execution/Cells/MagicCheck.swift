internal import Diagnostics
internal import PythonSyntax

/// What is said about lines for IPython: harmless ones are passed over with a note, others are
/// errors.
enum MagicCheck {
  private static let harmless: Set<String> = [
    "matplotlib", "config", "load_ext", "tensorflow_version", "pylab", "time", "timeit",
    "autoreload", "reload_ext", "reset", "who", "whos", "capture", "precision", "tensorboard",
    "pip", "conda", "watermark", "env", "set_env", "cd", "pwd", "ls",
  ]
  /// Shell lines that install or show something.
  private static let harmlessPrograms: Set<String> = [
    "pip", "pip3", "conda", "apt", "apt-get", "nvidia-smi", "ls", "pwd", "echo", "python",
    "python3", "mkdir", "rm", "cat", "head",
  ]

  static func findings(in module: Module, _ reader: NotationReader) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func visit(_ body: [StatementNode]) {
      for statement in body {
        if case .magic(let line) = statement.kind {
          found.append(finding(line, reader.place(statement.range)))
        }
        for inner in statement.bodies { visit(inner) }
      }
    }
    visit(module.body)
    return found
  }

  private static func finding(_ line: MagicLine, _ range: Range<Int>) -> Diagnostic {
    let name = line.name.text
    let shown = line.form == .help ? "\(name)?" : "\(line.form.rawValue)\(name)"
    let isHarmless =
      switch line.form {
      case .line, .cell: harmless.contains(name) && line.cellBody == nil
      case .shell: harmlessPrograms.contains(name)
      case .help: true
      }
    guard isHarmless else {
      return Diagnostic(
        code: "magic-line", at: range,
        Message(
          "'\(shown)' can't be run: Caderno starts no other program",
          pt: "'\(shown)' não pode ser executado: Caderno não inicia outros programas"))
    }
    return Diagnostic(
      .note, code: "magic-line", at: range,
      Message("'\(shown)' is passed over", pt: "'\(shown)' é ignorado"))
  }
}
