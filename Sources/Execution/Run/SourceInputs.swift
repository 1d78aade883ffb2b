internal import KerasNotation
public import Notebooks

/// What a directive's source alone tells of what its outputs were made from.
public enum SourceInputs {
  /// Options by `option NAME`, and what code sets to one word, such as `batch_size=64`, by
  /// `setting NAME`; both as they are written.
  public static func inputs(of directive: Directive) -> [String: String] {
    var inputs: [String: String] = [:]
    for option in directive.options where !unread.contains(option.name) {
      inputs["option \(option.name)"] = String(option.value.text.prefix(200))
    }
    guard DirectiveCatalog.kind(named: directive.kind)?.body == .notation else { return inputs }
    for (name, value) in settings(in: directive.body) { inputs["setting \(name)"] = value }
    return inputs
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
