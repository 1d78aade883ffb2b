internal import Diagnostics

/// Fences that look as if they ran, and don't.
extension DirectiveReader {
  /// Looks for directives in a block of HTML, where none runs. A comment that ends is the author's way to put
  /// one away.
  mutating func readHTML(_ lines: ClosedRange<Int>) {
    let last = min(lines.upperBound, source.lineCount)
    guard lines.lowerBound <= last else { return }
    let isComment = source.content(ofLine: lines.lowerBound).drop { $0 == 0x20 }
      .starts(with: "<!--".utf8)
    if isComment, (lines.lowerBound...last).contains(where: endsComment) { return }
    for line in lines.lowerBound...last {
      let range = source.trimmed(source.contentRange(ofLine: line))
      guard let name = nameOfFence(range) else { continue }
      isComment
        ? reportInComment(name, range, from: lines.lowerBound) : reportInHTML(name, range)
    }
  }

  /// Looks for directives in lines that Markdown takes for text or for indented code, where none runs.
  mutating func readText(_ lines: ClosedRange<Int>) {
    let last = min(lines.upperBound, source.lineCount)
    guard lines.lowerBound <= last else { return }
    for line in lines.lowerBound...last {
      let content = source.trimmed(source.contentRange(ofLine: line))
      let rest = source.bytes[content].drop { $0 == UInt8(ascii: ">") || $0 == 0x20 || $0 == 0x09 }
      let range = rest.startIndex..<content.upperBound
      guard let name = nameOfFence(range) else { continue }
      Self.hasSecondRun(rest)
        ? reportBackticks(name, range) : reportIndented(name, range)
    }
  }

  /// Whether a code block is indented, and has no fence: its first line may look like one.
  ///
  /// - Parameter info: its info string, as Markdown has it.
  func isIndented(line: Int, info: String) -> Bool {
    guard info.isEmpty, line <= source.lineCount else { return false }
    let content = source.content(ofLine: line)
    let first = content.drop { Self.margins.contains($0) }
    let mark = first.first ?? 0
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return true }
    return first.contains { $0 != mark && $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
  }

  /// What may stand before code in quotations and lists.
  private static let margins = Set(" \t>-+*0123456789.)".utf8)

  /// Reads a code block in a list or a quotation, which never runs.
  mutating func readNested(_ lines: ClosedRange<Int>, info: String) {
    let attributes = FenceAttributes(Array(info.utf8)[...])
    guard let name = name(attributes) else { return }
    let line = max(1, min(lines.lowerBound, source.lineCount))
    report(
      .warning, "nested-directive", source.trimmed(source.contentRange(ofLine: line)),
      "'\(name)' in a list or quotation does not run",
      pt: "'\(name)' dentro de uma lista ou citação não é executado",
      hint: Message(
        "move the fence to the top level, without indentation or '>'",
        pt: "mova o bloco para fora, sem recuo nem '>'"))
  }

  /// What would run in a fence that begins so; nil for what is no fence, or somebody else's.
  private func nameOfFence(_ range: Range<Int>) -> String? {
    Self.info(source.bytes[range]).flatMap { name(FenceAttributes($0)) }
  }

  private func name(_ attributes: FenceAttributes) -> String? {
    let kind = attributes.classes.first { vocabulary.syntax(named: $0.text) != nil }
    if let kind { return ".\(kind.text)" }
    return runsPython && attributes.isPlainPython ? "python" : nil
  }

  private func endsComment(_ line: Int) -> Bool {
    source.content(ofLine: line).firstRange(of: Array("-->".utf8)) != nil
  }

  /// The info string of a line that would open a fence.
  private static func info(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let rest = line.drop { $0 == mark }
    let count = rest.startIndex - line.startIndex
    guard count >= 3, !rest.isEmpty else { return nil }
    // Code in the running text may begin a line: it ends there as well.
    let ends = mark == UInt8(ascii: "`") && rest.split { $0 != mark }.contains { $0.count == count }
    return ends ? nil : rest.drop { $0 == 0x20 }
  }

  /// Whether backticks stand behind those that a line begins with: it opens no fence then.
  private static func hasSecondRun(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "`")
      && line.drop { $0 == UInt8(ascii: "`") }.contains(UInt8(ascii: "`"))
  }

  private mutating func reportBackticks(_ name: String, _ range: Range<Int>) {
    report(
      .warning, "backtick-in-fence", range,
      "'\(name)' does not run: a fence of backticks has none behind them in its first line",
      pt:
        "'\(name)' não é executado: depois das crases que abrem um bloco não pode haver outras na linha",
      hint: Message("open and close it with ~~~", pt: "abra e feche com ~~~"))
  }

  private mutating func reportIndented(_ name: String, _ range: Range<Int>) {
    report(
      .warning, "indented-directive", range, "'\(name)' indented so far does not run",
      pt: "'\(name)' com tanto recuo não é executado",
      hint: Message(
        "leave at most three blanks before the fence",
        pt: "deixe no máximo três espaços antes do bloco"))
  }

  private mutating func reportInHTML(_ name: String, _ range: Range<Int>) {
    report(
      .warning, "directive-in-html", range, "'\(name)' inside HTML does not run",
      pt: "'\(name)' dentro de HTML não é executado",
      hint: Message(
        "leave a blank line before the fence", pt: "deixe uma linha em branco antes do bloco"))
  }

  private mutating func reportInComment(_ name: String, _ range: Range<Int>, from line: Int) {
    report(
      .warning, "directive-in-html", range, "'\(name)' in a comment that never ends does not run",
      pt: "'\(name)' num comentário que nunca termina não é executado",
      hint: Message(
        "end the comment that begins in line \(line) with -->",
        pt: "termine com --> o comentário que começa na linha \(line)"))
  }

  /// Fences of Python that don't run: other programs', and Keras on a page that doesn't ask for it.
  mutating func checkPython(_ fence: CodeFence, _ attributes: FenceAttributes) {
    guard vocabulary.syntax(named: "keras") != nil else { return }
    if runsPython, attributes.isForeignPython {
      report(
        .warning, "foreign-cell", fence.infoRange,
        "this cell has settings of another program: it does not run",
        pt: "esta célula tem configurações de outro programa: ela não é executada",
        hint: Message("write it as ```python", pt: "escreva-a como ```python"))
    }
    if !runsPython, restingKeras == nil, attributes.isPlainPython, Self.isKeras(fence) {
      restingKeras = fence.infoRange
    }
  }

  private static func isKeras(_ fence: CodeFence) -> Bool {
    let starts = ["import keras", "from keras", "import tensorflow", "from tensorflow"]
    return fence.content.text.split(separator: "\n").contains { line in
      starts.contains { line.hasPrefix($0) }
    }
  }

  mutating func reportResting(_ range: Range<Int>) {
    report(
      .note, "python-not-run", range, "the Keras code on this page does not run",
      pt: "o código Keras desta página não é executado",
      hint: Message(
        "'caderno: {python: keras}' in the front matter runs it",
        pt: "'caderno: {python: keras}' no cabeçalho o executa"))
  }

  /// An unknown class is somebody else's, unless the fence looks like a directive of ours.
  mutating func checkUnknown(_ attributes: FenceAttributes) {
    let foreign =
      ["numberLines", "number-lines", "lineAnchors", "line-anchors"]
      + TeachingPart.Kind.allCases.map(\.rawValue)
    // Pandoc takes the first class for the language where there is no language word.
    let isLanguage =
      attributes.language == nil
      && Self.languages.contains(attributes.classes.first?.text.lowercased() ?? "")
    let classes = attributes.classes.dropFirst(isLanguage ? 1 : 0)
      .filter { !foreign.contains($0.text) }
    let names = vocabulary.kinds.map(\.name)
    let isOurs =
      !attributes.ids.isEmpty || attributes.options.contains { vocabulary.knowsOption($0.name) }
      || attributes.language == nil && !isLanguage || attributes.isPython
      || ["yaml", "yml"].contains(attributes.language?.text.lowercased() ?? "")
    for name in attributes.classes where !foreign.contains(name.text) {
      let near = nearest(to: name.text, among: names, knowsSynonyms: isOurs)
      guard near != nil || isOurs && classes.contains(where: { $0.range == name.range }) else {
        continue
      }
      report(
        .warning, "unknown-directive", name.range,
        "unknown directive '.\(name.text)': it does not run",
        pt: "diretiva desconhecida '.\(name.text)': ela não é executada",
        hint: near.map { Hint.didYouMean("." + $0) } ?? Hint.known(names.map { "." + $0 }))
    }
  }

  /// Classes that stand for the language of code, as Pandoc and highlighters name them.
  private static let languages: Set = [
    "bash", "c", "console", "cpp", "cs", "css", "diff", "dockerfile", "go", "haskell", "html",
    "ini", "java",
    "javascript", "js", "json", "julia", "kotlin", "latex", "lua", "make", "makefile", "markdown",
    "matlab",
    "md", "mermaid", "none", "output", "perl", "php", "plain", "plaintext", "py", "python",
    "python3", "r",
    "ruby", "rust", "scala", "sh", "shell", "sourcecode", "sql", "svg", "swift", "tex", "text",
    "toml", "ts",
    "txt", "typescript", "xml", "yaml", "yml", "zsh",
  ]
}
