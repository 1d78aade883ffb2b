internal import Diagnostics

/// Reads the front matter and says what is wrong with it.
struct FrontMatterReader {
  let source: SourceText
  private(set) var frontMatter = FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  /// The first line after the front matter.
  private(set) var nextLine = 1

  init(_ source: SourceText) {
    self.source = source
    guard let last = lastLine() else { return }
    nextLine = last + 1
    let start = source.byteOrderMark
    frontMatter.range = start..<source.fullRange(ofLine: last).upperBound
    guard last > 2 else { return }
    let base = source.lineStarts[1]
    let text = source.text(base..<source.lineStarts[last - 1])
    let limit = source.bytes.count
    let root = YAMLText(text, locate: { min(base + $0, limit) }).read(&diagnostics)
    guard let root, root.kind != .null else { return }
    guard case .mapping(let entries) = root.kind else {
      report(
        "front-matter", root.range, "the front matter must be a YAML mapping such as 'title: …'",
        pt: "o cabeçalho deve ser um mapeamento YAML como 'title: …'")
      return
    }
    for entry in entries { read(entry) }
  }

  /// The line that closes the front matter; nil where there is none.
  private func lastLine() -> Int? {
    guard source.lineCount >= 2, isMark(1, ["---"]) else { return nil }
    // As in Pandoc, a rule that a blank line follows is a rule.
    guard !source.isBlank(line: 2) else { return nil }
    return (2...source.lineCount).first { isMark($0, ["---", "..."]) }
  }

  private func isMark(_ line: Int, _ marks: [String]) -> Bool {
    let range = source.contentRange(ofLine: line)
    guard range.count < 100 else { return false }
    return source.bytes[range].first == 0x20
      ? false : marks.contains(source.text(source.trimmed(range)))
  }

  private mutating func read(_ entry: Option) {
    switch entry.name {
    case "title": frontMatter.title = text(entry)
    case "author": frontMatter.author = authors(entry)
    case "date": frontMatter.date = text(entry)
    case "lang": frontMatter.lang = text(entry)
    case "toc": readContents(entry)
    case "theme": readTheme(entry)
    case "caderno": readOwn(entry)
    default: break
    }
  }

  private mutating func readContents(_ entry: Option) {
    switch entry.value.kind {
    case .null: break
    case .bool(let isWanted): frontMatter.contentsDepth = isWanted ? 3 : 0
    case .int(let depth) where (2...6).contains(depth): frontMatter.contentsDepth = depth
    default:
      wrongType(
        entry, "true, false or a depth from 2 to 6", "true, false ou uma profundidade de 2 a 6")
    }
  }

  /// Other programs have themes of other kinds under this name.
  private mutating func readTheme(_ entry: Option) {
    guard case .string(let path) = entry.value.kind, path.hasSuffix(".css") else { return }
    frontMatter.theme = ThemeLink(path: path, range: entry.value.range)
  }

  private mutating func readOwn(_ entry: Option) {
    if entry.value.kind == .null { return }
    for own in mapping(entry) {
      switch own.name {
      case "seed": readSeed(own)
      case "params": readParams(own)
      case "python": readPython(own)
      case "data": readData(own)
      case "macros": readMacros(own)
      default:
        let known = ["seed", "params", "python", "data", "macros"]
        let near = nearest(to: own.name, among: known)
        report(
          "unknown-front-matter", own.nameRange, "unknown setting 'caderno: \(own.name)'",
          pt: "configuração desconhecida 'caderno: \(own.name)'",
          hint: near.map(Hint.didYouMean) ?? Hint.known(known))
      }
    }
  }

  private mutating func readSeed(_ entry: Option) {
    guard case .int(let seed) = entry.value.kind, seed >= 0 else {
      return wrongType(
        entry, "a whole number that is not negative", "um número inteiro não negativo")
    }
    frontMatter.seed = seed
  }

  private mutating func readPython(_ entry: Option) {
    guard entry.value.text == "keras" else {
      return wrongType(entry, "'keras'", "'keras'")
    }
    frontMatter.python = "keras"
  }

  private mutating func readParams(_ entry: Option) {
    for param in mapping(entry) {
      let value: ParameterValue? =
        switch param.value.kind {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .double(let value): .double(value)
        case .string(let value): .string(value)
        default: nil
        }
      guard let value else {
        wrongType(param, "a number, a text, true or false", "um número, um texto, true ou false")
        continue
      }
      frontMatter.params.append(
        NotebookParameter(name: param.name, value: value, range: param.nameRange))
    }
  }

  private mutating func readData(_ entry: Option) {
    for item in mapping(entry) {
      guard let text = text(item) else { continue }
      frontMatter.data.append(DataSource(name: item.name, source: text, range: item.value.range))
    }
  }

  /// `R: '\mathbb{R}'`, or `norm: [1, '\lVert #1 \rVert']` with the number of arguments.
  private mutating func readMacros(_ entry: Option) {
    for item in mapping(entry) {
      let name = item.name.hasPrefix("\\") ? String(item.name.dropFirst()) : item.name
      let isName = !name.isEmpty && name.allSatisfy { $0.isASCII && $0.isLetter }
      guard isName, let (parameters, text) = Self.macro(item.value) else {
        wrongType(
          item, "letters with a text such as '\\mathbb{R}' or [1, '\\lVert #1 \\rVert']",
          "letras com um texto como '\\mathbb{R}' ou [1, '\\lVert #1 \\rVert']")
        continue
      }
      frontMatter.macros.append(
        FormulaMacro(name: name, parameters: parameters, text: text, range: item.nameRange))
    }
  }

  private static func macro(_ value: OptionValue) -> (parameters: Int?, text: String)? {
    switch value.kind {
    case .null, .mapping: return nil
    case .list(let parts):
      guard parts.count == 2, case .int(let number) = parts[0].kind, 0...9 ~= number,
        let (_, text) = macro(parts[1])
      else { return nil }
      return (number, text)
    default: return (nil, value.text)
    }
  }

  private mutating func authors(_ entry: Option) -> String? {
    guard case .list(let list) = entry.value.kind else { return text(entry) }
    return list.map(\.text).joined(separator: ", ")
  }

  private mutating func text(_ entry: Option) -> String? {
    switch entry.value.kind {
    case .null: return nil
    case .list, .mapping:
      wrongType(entry, "a text", "um texto")
      return nil
    default: return entry.value.text
    }
  }

  private mutating func mapping(_ entry: Option) -> [Option] {
    if case .mapping(let entries) = entry.value.kind { return entries }
    wrongType(entry, "a mapping such as 'name: value'", "um mapeamento como 'nome: valor'")
    return []
  }

  private mutating func wrongType(_ entry: Option, _ expected: String, _ portuguese: String) {
    let range = entry.value.range.isEmpty ? entry.nameRange : entry.value.range
    report(
      "wrong-type", range, "'\(entry.name)' must be \(expected)",
      pt: "'\(entry.name)' deve ser \(portuguese)")
  }

  private mutating func report(
    _ code: String, _ range: Range<Int>, _ english: String, pt: String, hint: Message? = nil
  ) {
    diagnostics.append(Diagnostic(code: code, at: range, Message(english, pt: pt), hint: hint))
  }
}
