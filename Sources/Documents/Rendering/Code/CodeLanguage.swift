/// What the highlighter has to know of a language.
struct CodeLanguage {
  var names: [String]
  var keywords: Set<String>
  /// What begins a comment that ends with its line.
  var comment: String
  var hasMappingKeys = false

  /// The language of a fence's info string; nil for others, which aren't highlighted.
  static func named(_ name: String) -> CodeLanguage? {
    all.first { $0.names.contains(name.lowercased()) }
  }

  private static let all = [
    CodeLanguage(
      names: ["python", "py"],
      keywords: [
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
        "lambda", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
        "True", "False", "None",
      ], comment: "#"),
    CodeLanguage(
      names: ["yaml", "yml"], keywords: ["true", "false", "null"], comment: "#",
      hasMappingKeys: true),
    CodeLanguage(
      names: ["swift"],
      keywords: [
        "actor", "any", "as", "associatedtype", "async", "await", "break", "case", "catch",
        "class", "continue", "default", "defer", "do", "else", "enum", "extension", "false",
        "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let",
        "nil", "private", "protocol", "public", "repeat", "return", "self", "some", "static",
        "struct", "switch", "throw", "throws", "true", "try", "typealias", "var", "where",
        "while",
      ], comment: "//"),
    CodeLanguage(
      names: ["bash", "sh", "shell", "console", "zsh"],
      keywords: [
        "case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if",
        "in", "local", "return", "then", "until", "while",
      ], comment: "#"),
    CodeLanguage(names: ["json"], keywords: ["true", "false", "null"], comment: "\u{0}"),
  ]
}
