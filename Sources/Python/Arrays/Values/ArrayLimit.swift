/// The largest array that is made; checked before memory is asked for.
package enum ArrayLimit {
  /// Bytes of one array.
  package static let bytes = 2 << 30
  /// Axes of one array, as in NumPy.
  package static let axes = 64

  /// Multiplications of one product of arrays: what keeps it from taking minutes.
  package static let products = 1 << 36

  /// Refuses a product before it is computed.
  ///
  /// - Parameter counts: what multiplied gives the number of its multiplications.
  package static func checkProducts(_ counts: [Int]) throws(ArrayError) {
    var total = 1
    for count in counts where count > 0 {
      let (product, overflows) = total.multipliedReportingOverflow(by: count)
      guard !overflows, product <= products else {
        throw .value("products of more than 2**36 multiplications are not supported by Caderno")
      }
      total = product
    }
  }

  /// The number of elements of a shape, refused when one array of them would be too large.
  package static func count(of shape: [Int], dtype: DType) throws(ArrayError) -> Int {
    if shape.contains(where: { $0 < 0 }) { throw .value("negative dimensions are not allowed") }
    try checkAxes(shape.count)
    // An axis of extent 0 does not excuse the others: their strides are products too.
    var count = 1
    for extent in shape where extent > 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      if overflow || product > bytes / dtype.size { throw tooLarge(shape, dtype) }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }

  /// Refuses more axes than an array has, views too.
  static func checkAxes(_ count: Int) throws(ArrayError) {
    guard count <= axes else {
      throw .value(
        "maximum supported dimension for an ndarray is currently \(axes), found \(count)")
    }
  }

  /// The sum of counts that are not negative, refused when no array can be that long.
  static func sum(_ counts: [Int]) throws(ArrayError) -> Int {
    var total = 0
    for count in counts {
      guard count <= bytes, total <= bytes else { throw .value("array is too big") }
      total += count
    }
    return total
  }

  private static func tooLarge(_ shape: [Int], _ dtype: DType) -> ArrayError {
    var amount = shape.reduce(Double(dtype.size)) { $0 * Double($1) }
    var units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    while amount >= 1024, units.count > 1 {
      amount /= 1024
      units.removeFirst()
    }
    let digits = amount < 9.995 ? 2 : amount < 99.95 ? 1 : 0
    let number = FloatDigits.fixed(amount, digits) + (digits == 0 ? "." : "")
    return ArrayError(
      .memoryError,
      "Unable to allocate \(number) \(units[0]) for an array with shape \(shapeText(shape))"
        + " and data type \(dtype.rawValue)")
  }
}

/// A shape as Python shows the tuple.
package func shapeText(_ shape: [Int]) -> String {
  shape.count == 1
    ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
}

/// A shape as NumPy's messages about broadcasting show it, without spaces.
func tightShapeText(_ shape: [Int]) -> String {
  shape.count == 1
    ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ",") + ")"
}
