/// The words that can't be names.
package enum Keywords {
  /// Those of CPython 3.12 that are always reserved: `match`, `case`, `type` and `_` are names,
  /// too.
  package static let all: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
    "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
    "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield",
  ]
}
