package import Arrays

extension NumPyValue {
  /// The value as an array of texts; nil when it has none.
  package func asTexts() throws(ArrayError) -> TextArray? {
    switch self {
    case .texts(let array): return array
    case .string(let text), .word(let text): return try TextArray([text], shape: [])
    case .list, .tuple:
      var texts: [String] = []
      guard let shape = collectTexts(&texts), !texts.isEmpty else { return nil }
      return try TextArray(texts, shape: shape)
    default: return nil
    }
  }

  /// Adds the texts of nested lists and gives their shape; nil when they are of another kind.
  private func collectTexts(_ texts: inout [String]) -> [Int]? {
    switch self {
    case .string(let text), .word(let text):
      texts.append(text)
      return []
    case .list(let items), .tuple(let items):
      var inner: [Int]?
      for item in items {
        guard let shape = item.collectTexts(&texts), inner == nil || inner == shape else {
          return nil
        }
        inner = shape
      }
      return [items.count] + (inner ?? [])
    default: return nil
    }
  }
}
