internal import Diagnostics
internal import YAML

/// YAML that stands somewhere in a notebook: its values with their places there.
struct YAMLText {
  let text: String
  /// From a UTF-8 offset in `text` to one in the notebook.
  let locate: (Int) -> Int

  init(_ text: String, locate: @escaping (Int) -> Int) {
    self.text = text
    self.locate = locate
  }

  /// The value; nil for no YAML at all, or for YAML that `diagnostics` says can't be read.
  func read(_ diagnostics: inout [Diagnostic]) -> OptionValue? {
    do {
      return try YAMLReader.root(of: text).map { value($0, &diagnostics) }
    } catch {
      diagnostics.append(diagnostic(error))
      return nil
    }
  }

  // MARK: - Values

  private func value(_ node: YAMLNode, _ diagnostics: inout [Diagnostic]) -> OptionValue {
    switch node.content {
    case .scalar(let scalar, let isPlain):
      let kind = isPlain ? PlainScalar.kind(of: scalar) : .string(scalar)
      return OptionValue(kind: kind, text: scalar, range: range(node.range))
    case .sequence(let nodes):
      var list: [OptionValue] = []
      for child in nodes { list.append(value(child, &diagnostics)) }
      return OptionValue(kind: .list(list), text: source(node.range), range: range(node.range))
    case .mapping(let pairs):
      let options = options(pairs, &diagnostics)
      return OptionValue(
        kind: .mapping(options), text: source(node.range), range: range(node.range))
    }
  }

  private func options(
    _ pairs: [(key: YAMLNode, value: YAMLNode)], _ diagnostics: inout [Diagnostic]
  ) -> [Option] {
    var options: [Option] = []
    for (key, node) in pairs {
      let child = value(node, &diagnostics)
      let place = range(key.range)
      guard let name = key.text else {
        diagnostics.append(
          Diagnostic(
            code: "option-name", at: place,
            Message(
              "an option's name must be a word", pt: "o nome de uma opção deve ser uma palavra")))
        continue
      }
      options.append(Option(name: name, nameRange: place, value: child))
    }
    return options
  }

  // MARK: - Errors

  private func diagnostic(_ error: YAMLError) -> Diagnostic {
    switch error {
    case .limit(let kind, let offset):
      Diagnostic(code: "yaml-limits", at: range(offset..<offset), Self.message(kind))
    case .invalid(let problem, let offset):
      Diagnostic(
        code: "invalid-yaml", at: range(offset..<offset),
        Message("this is not valid YAML: \(problem)", pt: "isto não é YAML válido: \(problem)"))
    case .duplicateKey(let name, let place):
      Diagnostic(
        code: "duplicate-option", at: range(place),
        Message("'\(name)' is given more than once", pt: "'\(name)' aparece mais de uma vez"))
    }
  }

  private static func message(_ kind: YAMLBounds.Kind) -> Message {
    switch kind {
    case .tooDeep:
      Message(
        "this YAML is nested more than \(YAMLBounds.depthLimit) levels deep",
        pt: "este YAML tem mais de \(YAMLBounds.depthLimit) níveis de aninhamento")
    case .tooManyAliases:
      Message(
        "this YAML has more than \(YAMLBounds.aliasLimit) anchors and aliases",
        pt: "este YAML tem mais de \(YAMLBounds.aliasLimit) âncoras e referências")
    case .tooLong:
      Message(
        "this YAML has more than \(YAMLBounds.sizeLimit) bytes",
        pt: "este YAML tem mais de \(YAMLBounds.sizeLimit) bytes")
    }
  }

  // MARK: - Places

  private func range(_ range: Range<Int>) -> Range<Int> {
    let first = locate(range.lowerBound)
    return first..<max(first, locate(range.upperBound))
  }

  private func source(_ range: Range<Int>) -> String {
    String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
