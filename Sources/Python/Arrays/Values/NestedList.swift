/// Numbers in lists in lists, as Python writes arrays.
package indirect enum NestedList: Hashable, Sendable {
  case scalar(ScalarValue)
  case list([NestedList])

  /// The extents, when all lists of a level are equally long.
  func shape() throws(ArrayError) -> [Int] {
    var shape: [Int] = []
    var level: NestedList = self
    while case .list(let items) = level {
      shape.append(items.count)
      guard let first = items.first else { break }
      level = first
    }
    try check(shape, at: 0)
    return shape
  }

  private func check(_ shape: [Int], at depth: Int) throws(ArrayError) {
    switch self {
    case .scalar:
      if depth != shape.count { throw Self.ragged(shape, depth) }
    case .list(let items):
      if depth == shape.count || items.count != shape[depth] { throw Self.ragged(shape, depth) }
      for item in items { try item.check(shape, at: depth + 1) }
    }
  }

  private static func ragged(_ shape: [Int], _ depth: Int) -> ArrayError {
    let known = Array(shape.prefix(depth))
    return .value(
      "setting an array element with a sequence. The requested array has an inhomogeneous shape "
        + "after \(known.count) dimensions. The detected shape was \(shapeText(known)) + "
        + "inhomogeneous part.")
  }

  /// The numbers from first to last.
  var scalars: [ScalarValue] {
    switch self {
    case .scalar(let value): [value]
    case .list(let items): items.flatMap(\.scalars)
    }
  }
}

extension NumericArray {
  /// An array of nested numbers; without a dtype the first of bool, int64, float64 to hold all.
  package init(_ nested: NestedList, dtype: DType? = nil) throws(ArrayError) {
    let shape = try nested.shape()
    let values = nested.scalars
    let natural = values.reduce(into: values.isEmpty ? DType.float64 : .bool) {
      $0 = $0.promoted(with: $1.kind.dtype)
    }
    let dtype = dtype ?? natural
    if dtype.isFloating || natural == .float64 {
      try self.init(reals: values.map(\.real), shape: shape, dtype: dtype)
    } else {
      for value in values { try dtype.checkPython(value.integer) }
      try self.init(integers: values.map(\.integer), shape: shape, dtype: dtype)
    }
  }
}

extension DType {
  /// Refuses a Python integer that this dtype cannot hold.
  package func checkPython(_ value: Int) throws(ArrayError) {
    guard let range = integerRange, !range.contains(value) else { return }
    throw ArrayError(
      .overflowError, "Python integer \(value) out of bounds for \(rawValue)")
  }
}
