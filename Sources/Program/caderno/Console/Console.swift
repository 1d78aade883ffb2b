internal import Diagnostics
internal import Notebooks

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where words for people go: standard error, in their language, in colour where wanted.
struct Console: Sendable {
  var language: Language
  var usesColor: Bool
  /// The same for what is printed on standard output.
  var printsColor: Bool
  var isQuiet: Bool
  /// Whether standard output is a terminal.
  var printsToTerminal: Bool
  /// Whether standard error is a terminal that can redraw a line.
  var isTerminal: Bool

  /// Reads the environment: `LC_ALL`, `LC_MESSAGES`, `LANG`, `NO_COLOR`, `TERM`.
  init(
    color: ColorChoice, isQuiet: Bool, environment: [String: String]
  ) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    language = locale.flatMap(Language.init(tag:))?.ofMessages ?? .english
    isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    printsToTerminal = isatty(STDOUT_FILENO) == 1
    self.isQuiet = isQuiet
    let mayColor = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    switch color {
    case .always: (usesColor, printsColor) = (true, true)
    case .never: (usesColor, printsColor) = (false, false)
    case .auto:
      usesColor = isTerminal && mayColor
      printsColor = mayColor && printsToTerminal
    }
  }

  /// Columns of the terminal; 80 where nobody knows.
  var terminalWidth: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// A line for people; held back by `--quiet`.
  func say(_ message: Message) {
    if !isQuiet { write(message.text(in: language) + "\n") }
  }

  /// An error that stands in no notebook: always shown.
  func fail(_ problem: Problem) {
    let word = language == .portuguese ? "erro" : "error"
    let styled = usesColor ? "\u{1B}[1;31m\(word)\u{1B}[0m" : word
    write("caderno: \(styled): \(problem.message.text(in: language)) [\(problem.code)]\n")
    guard let hint = problem.hint else { return }
    let hintWord = language == .portuguese ? "dica" : "hint"
    write("  \(hintWord): \(hint.text(in: language))\n")
  }

  /// Does something outside of any notebook; shows what goes wrong.
  ///
  /// - Throws: the exit code.
  func showingProblems(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let problem as Problem {
      fail(problem)
      throw problem.exitCode
    }
  }

  /// The console in a notebook's language, where it names one.
  func speaking(_ notebook: Notebook) -> Console {
    var console = self
    if notebook.frontMatter.lang != nil {
      console.language = notebook.frontMatter.language.ofMessages
    }
    return console
  }

  /// What shows the progress of a run to people.
  var progressDisplay: any ProgressDisplay {
    if isQuiet { return SilentProgress() }
    return isTerminal ? TerminalProgress(console: self) : PlainProgress(console: self)
  }

  /// Text to standard error. What a terminal would obey is shown as an escape: all but line feeds,
  /// tabs and, where there is color, colors.
  func write(_ text: String) { writeAll(visible(text), to: STDERR_FILENO) }

  /// Text to standard output, shown in the same way. What can't be written fails the program at its
  /// end (``StandardOutput``), not the run.
  func print(_ text: String) {
    StandardOutput.note(
      writeAll(
        VisibleText.escaping(text, as: printsColor ? .colored : .lines), to: STDOUT_FILENO))
  }

  /// What a script printed: byte for byte into a file or a pipe, and shown on a terminal.
  func print(printed text: String, isError: Bool = false) {
    if isError {
      let shown = isTerminal ? VisibleText.escaping(text, as: usesColor ? .colored : .lines) : text
      _ = writeAll(shown, to: STDERR_FILENO)
      return
    }
    guard !printsToTerminal else { return print(text) }
    StandardOutput.note(writeAll(text, to: STDOUT_FILENO))
  }

  /// JSON to standard output; the escapes in its strings mean what was there.
  func print(json: String) {
    StandardOutput.note(writeAll(VisibleText.escaping(json: json), to: STDOUT_FILENO))
  }

  /// A line on a terminal in place of the one that is open there: nothing else moves the cursor.
  ///
  /// It is one write, so that nothing flickers.
  func redraw(_ line: String, stays: Bool = false) {
    writeAll("\r\(visible(line))\u{1B}[K\(stays ? "\n" : "")", to: STDERR_FILENO)
  }

  private func visible(_ text: String) -> String {
    VisibleText.escaping(text, as: usesColor ? .colored : .lines)
  }
}

/// Writes the whole text; the error number where that fails, 0 for success.
@discardableResult
private func writeAll(_ text: String, to descriptor: Int32) -> CInt {
  var text = text
  return text.withUTF8 { buffer in
    var rest = UnsafeRawBufferPointer(buffer)
    while !rest.isEmpty {
      let written = write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return errno
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return 0
  }
}
