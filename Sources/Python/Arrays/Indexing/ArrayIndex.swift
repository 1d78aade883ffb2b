/// One element of what stands between the brackets in `x[0, 1:, None, mask]`.
package enum ArrayIndex {
  case integer(Int)
  case slice(start: Int?, stop: Int?, step: Int?)
  case newAxis
  case ellipsis
  /// Integers, or a mask of booleans.
  case array(NumericArray)

  /// How many axes of the indexed array this one uses up.
  var axes: Int {
    switch self {
    case .integer, .slice: 1
    case .newAxis, .ellipsis: 0
    case .array(let array): array.dtype == .bool ? array.ndim : 1
    }
  }
}
