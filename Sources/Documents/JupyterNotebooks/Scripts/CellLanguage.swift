internal import JSON

/// The languages that Jupytext 1.19 takes from a cell's first line, `%%bash`, into its marker.
enum CellLanguage {
  static let all: Set<String> = [
    "R", "bash", "c#", "c++", "clojure", "coconut", "cs", "csharp", "cython", "f#", "fs", "fsharp",
    "gnuplot", "go", "groovy", "haskell", "html", "idl", "java", "javascript", "jenner", "js",
    "julia", "latex", "logtalk", "lua", "markdown", "matlab", "maxima", "ocaml", "octave", "perl",
    "powershell", "pypy", "python", "python2", "python3", "q", "robotframework", "ruby", "rust",
    "sage", "sas", "scala", "scheme", "script", "sh", "sos", "spark", "sql", "stata", "svg", "tcl",
    "typescript", "wolfram language", "xonsh",
  ]

  static func isPython(_ language: String) -> Bool { language == "python" }

  /// A cell whose marker named a language, with that language in its first line.
  static func restored(_ cell: JupyterCell) -> JupyterCell {
    guard cell.kind == .code, let language = cell.metadata["language"]?.string else { return cell }
    var cell = cell
    if isPython(language) {
      cell.metadata["language"] = nil
      return cell
    }
    guard all.contains(language) else { return cell }
    let arguments = cell.metadata["magic_args"]?.string.map { " " + $0 } ?? ""
    cell.metadata["language"] = nil
    cell.metadata["magic_args"] = nil
    let lines = cell.source.split(separator: "\n", omittingEmptySubsequences: false)
    cell.source =
      "%%\(language)\(arguments)\n"
      + ScriptText.uncommented(lines.map(String.init)).joined(separator: "\n")
    return cell
  }
}
