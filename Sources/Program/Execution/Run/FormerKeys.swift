internal import Networks

/// The keys that directives would have with older arithmetic: they tell which made the outputs in a notebook.
struct FormerKeys {
  /// Keys that stand in the notebook, by directive, as far as they are shown there.
  private let written: [String: String]
  /// Keys by directive, for each version of the arithmetic before this one.
  private var keys: [KeyedResults<String>] = []
  /// The oldest version that made one of the outputs; nil where none is known to be of an older one.
  private(set) var numerics: Int?

  /// - Parameter written: nothing where nobody wants to know.
  init(written: [String: String]) {
    self.written = written
    if written.isEmpty { return }
    keys = Array(repeating: KeyedResults(key: \.self), count: numericsVersion - 1)
  }

  /// Takes a directive in.
  ///
  /// - Parameters:
  ///   - key: its key with a version of the arithmetic, where directives before it had these.
  ///   - shown: what of a key stands in a notebook.
  mutating func add(
    _ id: String, key: (Int, KeyedResults<String>) -> String, shown: (String) -> String
  ) {
    for index in keys.indices {
      let old = key(index + 1, keys[index])
      keys[index][id] = old
      if shown(old) == written[id] { numerics = min(numerics ?? .max, index + 1) }
    }
  }
}
