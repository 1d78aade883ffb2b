internal import PythonSyntax
package import Notebooks
package import RunRecords

/// What a directive's source alone tells of what its outputs were made from.
package enum SourceInputs {
  /// Options by `option NAME`, and what code sets to one word, such as `batch_size=64`, by
  /// `setting NAME`; both as they are written.
  ///
  /// - Parameter parameters: those of the lesson: what the directive names of them comes by `parameter NAME`.
  package static func inputs(
    of directive: Directive, parameters: [ParameterRecord]
  ) -> [String: String] {
    var inputs: [String: String] = [:]
    let words = words(in: directive)
    for parameter in parameters where words.contains(parameter.name) {
      inputs["parameter \(parameter.name)"] = parameter.value
    }
    for option in directive.options where !unread.contains(option.name) {
      inputs["option \(option.name)"] = String(option.value.text.prefix(200))
    }
    guard DirectiveCatalog.kind(named: directive.kind)?.body == .notation else { return inputs }
    for (name, value) in settings(in: directive.body) { inputs["setting \(name)"] = value }
    return inputs
  }

  /// The names, or what looks like them, in a directive's source; ids may have hyphens.
  static func words(in directive: Directive) -> Set<String> {
    let isPart = { (character: Character) in
      character.isLetter || character.isNumber || character == "_"
    }
    let texts = [directive.body] + directive.options.map(\.value.text)
    return texts.reduce(into: []) { words, text in
      words.formUnion(text.split { !isPart($0) }.map(String.init))
      words.formUnion(text.split { !isPart($0) && $0 != "-" }.map(String.init))
    }
  }

  /// Options that no output depends on.
  private static let unread: Set<String> = ["tolerance", "hide", "skip", "expect_error"]

  /// Names that are set to one word, in arguments or variables; the same name again is numbered.
  private static func settings(in code: String) -> [(name: String, value: String)] {
    guard let text = try? significantText(of: code) else { return [] }
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var counts: [String: Int] = [:]
    return words.indices.dropLast(3).compactMap { index in
      guard words[index + 1] == "=", [",", ")", "\n"].contains(words[index + 3]),
        words[index].first?.isLetter ?? false
      else { return nil }
      let name = words[index]
      counts[name, default: 0] += 1
      let count = counts[name] ?? 1
      return (count == 1 ? name : "\(name) (\(count))", String(words[index + 2].prefix(200)))
    }
  }
}
