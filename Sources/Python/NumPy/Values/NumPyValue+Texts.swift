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

  /// Lists in which numbers stand beside texts, as NumPy makes texts of all; nil for all else.
  ///
  /// The texts are as wide as the widest kind of number can be, whatever they hold.
  func asMixedTexts() throws(ArrayError) -> TextArray? {
    var found = MixedTexts()
    guard let shape = found.collect(self), found.hasTexts else { return nil }
    return try TextArray(found.texts, shape: shape, least: found.width)
  }
}

/// The elements of lists of texts and numbers.
private struct MixedTexts {
  var texts: [String] = []
  var hasTexts = false
  /// The code points that NumPy counts for the numbers.
  var width = 1

  /// The shape of a value; nil where it has anything else, or no even shape.
  mutating func collect(_ value: NumPyValue) -> [Int]? {
    switch value {
    case .string(let text), .word(let text):
      texts.append(text)
      hasTexts = true
    case .bool, .int, .float:
      texts.append(NumPyText.repr(value))
      widen(value.number)
    case .scalar(let array) where array.size == 1:
      texts.append(NumPyText.str(value))
      widen(try? array.item())
    case .list(let items), .tuple(let items):
      var inner: [Int]?
      for item in items {
        guard let shape = collect(item), inner == nil || inner == shape else { return nil }
        inner = shape
      }
      return [items.count] + (inner ?? [])
    default: return nil
    }
    return []
  }

  private mutating func widen(_ number: ScalarValue?) {
    switch number {
    case .bool?: width = max(width, 5)
    case .int?: width = max(width, 21)
    case .real?: width = max(width, 32)
    case nil: break
    }
  }
}
