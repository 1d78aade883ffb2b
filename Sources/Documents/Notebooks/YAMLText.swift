internal import Diagnostics
internal import Yams

/// YAML that stands somewhere in a notebook: its values with their places there.
struct YAMLText {
  let text: String
  /// From a UTF-8 offset in `text` to one in the notebook.
  let locate: (Int) -> Int
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ text: String, locate: @escaping (Int) -> Int) {
    self.text = text
    self.locate = locate
    bytes = Array(text.utf8)
    lineStarts = Self.lineStarts(text)
  }

  /// The value; nil for no YAML at all, or for YAML that `diagnostics` says can't be read.
  func read(_ diagnostics: inout [Diagnostic]) -> OptionValue? {
    if let problem = YAMLBounds.problem(in: bytes) {
      diagnostics.append(problem.diagnostic(at: locate(problem.offset)))
      return nil
    }
    do {
      guard let root = try Parser(yaml: text, encoding: .utf8).singleRoot() else { return nil }
      return value(root, &diagnostics).value
    } catch let error as YamlError {
      diagnostics.append(diagnostic(error))
    } catch {
      diagnostics.append(invalid("\(error)", at: 0))
    }
    return nil
  }

  // MARK: - Values

  private func value(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) -> (value: OptionValue, end: Int) {
    let start = offset(node.mark)
    switch node {
    case .scalar(let scalar):
      let end = end(of: scalar, from: start)
      let kind =
        scalar.style == .plain ? PlainScalar.kind(of: scalar.string) : .string(scalar.string)
      return (OptionValue(kind: kind, text: scalar.string, range: range(start, end)), end)
    case .sequence(let sequence):
      var end = start
      var list: [OptionValue] = []
      for child in sequence {
        let (value, last) = value(child, &diagnostics)
        list.append(value)
        end = max(end, last)
      }
      return collection(.list(list), start, end, close: UInt8(ascii: "]"))
    case .mapping(let mapping):
      var end = start
      let options = options(mapping, &diagnostics, &end)
      return collection(.mapping(options), start, end, close: UInt8(ascii: "}"))
    case .alias:
      return (OptionValue(kind: .null, text: "", range: range(start, start)), start)
    }
  }

  private func options(
    _ mapping: Node.Mapping, _ diagnostics: inout [Diagnostic], _ end: inout Int
  ) -> [Option] {
    var options: [Option] = []
    for (key, node) in mapping {
      let (name, keyEnd) = value(key, &diagnostics)
      let (child, last) = value(node, &diagnostics)
      end = max(end, keyEnd, last)
      guard key.scalar != nil else {
        diagnostics.append(
          Diagnostic(
            code: "option-name", at: name.range,
            Message(
              "an option's name must be a word", pt: "o nome de uma opção deve ser uma palavra")))
        continue
      }
      options.append(Option(name: name.text, nameRange: name.range, value: child))
    }
    return options
  }

  private func collection(
    _ kind: OptionValue.Kind, _ start: Int, _ last: Int, close: UInt8
  ) -> (value: OptionValue, end: Int) {
    var end = max(start, last)
    if start < bytes.count, bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "{") {
      if end == start { end += 1 }
      while end < bytes.count, bytes[end] != close { end += 1 }
      end = min(end + 1, bytes.count)
    }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return (OptionValue(kind: kind, text: text, range: range(start, end)), end)
  }

  /// libyaml doesn't say where a scalar ends: a quoted one ends at its quotation mark, a plain one
  /// where its text does, any other with its line.
  private func end(of scalar: Node.Scalar, from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    let quote = bytes[start]
    if scalar.style == .doubleQuoted || scalar.style == .singleQuoted,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    {
      return quotedEnd(quote, start)
    }
    if bytes[start...].starts(with: scalar.string.utf8) { return start + scalar.string.utf8.count }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  private func quotedEnd(_ quote: UInt8, _ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] != quote {
      end += bytes[end] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
    }
    return min(end + 1, bytes.count)
  }

  // MARK: - Errors

  private func diagnostic(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return invalid(problem, at: offset(mark))
    case .reader(let problem, let characters, _, _):
      let place = text.index(text.startIndex, offsetBy: characters ?? 0, limitedBy: text.endIndex)
      let index = place ?? text.startIndex
      return invalid(problem, at: text.utf8.distance(from: text.startIndex, to: index))
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      let start = offset(context.mark)
      return Diagnostic(
        code: "duplicate-option", at: range(start, min(start + name.utf8.count, bytes.count)),
        Message("'\(name)' is given more than once", pt: "'\(name)' aparece mais de uma vez"))
    default:
      return invalid("\(error)", at: 0)
    }
  }

  private func invalid(_ problem: String, at offset: Int) -> Diagnostic {
    Diagnostic(
      code: "invalid-yaml", at: range(offset, offset),
      Message("this is not valid YAML: \(problem)", pt: "isto não é YAML válido: \(problem)"))
  }

  // MARK: - Places

  private func range(_ start: Int, _ end: Int) -> Range<Int> {
    let first = locate(start)
    return first..<max(first, locate(end))
  }

  private func offset(_ mark: Mark?) -> Int {
    guard let mark, mark.line >= 1 else { return 0 }
    guard mark.line <= lineStarts.count else { return bytes.count }
    let start = text.utf8.index(text.startIndex, offsetBy: lineStarts[mark.line - 1])
    let scalars = text.unicodeScalars
    let place =
      scalars.index(start, offsetBy: max(0, mark.column - 1), limitedBy: text.endIndex)
      ?? text.endIndex
    return text.utf8.distance(from: text.startIndex, to: place)
  }

  /// Where libyaml's lines begin; it also ends a line at U+0085, U+2028 and U+2029.
  private static func lineStarts(_ text: String) -> [Int] {
    var starts = [0]
    var offset = 0
    var wasReturn = false
    for scalar in text.unicodeScalars {
      offset += UTF8.width(scalar)
      if scalar == "\n" && wasReturn {
        starts[starts.count - 1] = offset
      } else if ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) {
        starts.append(offset)
      }
      wasReturn = scalar == "\r"
    }
    return starts
  }
}
