/// A sum of products named by letters, as `numpy.einsum` has it: `ij,jk->ik`.
struct EinsteinSum {
  private let inputs: [[Character]]
  private let output: [Character]

  /// - Throws: for an ellipsis, and for letters that fit nothing.
  init(_ text: String, count: Int) throws(ArrayError) {
    let plain = text.filter { $0 != " " }
    guard !plain.contains(".") else {
      throw ArrayError(.notImplementedError, "einsum with an ellipsis is not supported here")
    }
    let halves = plain.split(separator: "->", omittingEmptySubsequences: false)
    inputs = halves[0].split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
    guard inputs.count == count else {
      throw .value(
        "more operands provided to einstein sum function than specified in the subscripts string")
    }
    if let strange = inputs.joined().first(where: { !($0.isASCII && $0.isLetter) }) {
      throw .value(
        "invalid subscript '\(strange)' in einstein sum subscripts string, "
          + "subscripts must be letters")
    }
    guard halves.count < 2 else {
      output = Array(halves[1])
      for letter in output where !inputs.joined().contains(letter) {
        throw .value(
          "einstein sum subscripts string included output subscript '\(letter)' which never "
            + "appeared in an input")
      }
      return
    }
    let letters = Array(inputs.joined())
    output = Set(letters).filter { letter in letters.count { $0 == letter } == 1 }.sorted()
  }

  /// The sum; products of single-precision numbers are added in double precision.
  func callAsFunction(_ arrays: [NumericArray]) throws(ArrayError) -> NumericArray {
    var extents: [Character: Int] = [:]
    for (letters, array) in zip(inputs, arrays) {
      guard letters.count == array.ndim else {
        throw .value(
          "einstein sum subscripts string contains too many subscripts for operand 0")
      }
      for (letter, extent) in zip(letters, array.shape) {
        let known = extents[letter] ?? extent
        guard known == extent || known == 1 || extent == 1 else {
          throw .value(
            "operands could not be broadcast together with remapped shapes")
        }
        extents[letter] = max(known, extent)
      }
    }
    let summed = Set(inputs.joined()).subtracting(output).sorted()
    let order = output + summed
    let shape = order.map { extents[$0] ?? 1 }
    let dtype = arrays.dropFirst().reduce(arrays[0].dtype) { $0.promoted(with: $1.dtype) }
    _ = try ArrayLimit.count(of: shape, dtype: .float64)
    var aligned: [NumericArray] = []
    for (letters, array) in zip(inputs, arrays) {
      aligned.append(try Self.aligned(array, letters, order).broadcast(to: shape))
    }
    var product = try aligned[0].astype(dtype == .float32 ? .float64 : dtype)
    for array in aligned.dropFirst() {
      product = try BinaryFunction.multiply(.array(product), .array(array))
    }
    guard !summed.isEmpty else { return try product.astype(dtype).copy() }
    let total = try product.sum(axes: Array(output.count..<order.count), dtype: product.dtype)
    return try total.astype(dtype)
  }

  /// The array with an axis for each letter of an order; repeated letters take the diagonal.
  private static func aligned(
    _ array: NumericArray, _ letters: [Character], _ order: [Character]
  ) throws(ArrayError) -> NumericArray {
    let strides = order.map { letter in
      zip(letters, array.strides).reduce(0) { $1.0 == letter ? $0 + $1.1 : $0 }
    }
    let shape = order.map { letter in
      zip(letters, array.shape).first { $0.0 == letter }?.1 ?? 1
    }
    return array.view(shape: shape, strides: strides)
  }
}

extension NumericArray {
  /// `numpy.einsum`.
  package static func einsum(
    _ text: String, _ arrays: [NumericArray]
  ) throws(ArrayError) -> NumericArray {
    guard !arrays.isEmpty else {
      throw .value("must provide at least an operand and a subscripts list to einsum")
    }
    return try EinsteinSum(text, count: arrays.count)(arrays)
  }
}
