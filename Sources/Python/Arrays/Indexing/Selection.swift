/// What an index picks: a view, and where arrays of integers index it, the picked positions.
struct Selection {
  /// After integers, slices and new axes; without the axes that arrays index.
  let view: NumericArray
  /// Offsets to add to the view's, row-major over `pickedShape`; nil for basic indexing.
  let picked: [Int]?
  let pickedShape: [Int]
  /// The axis of the result at which `pickedShape` stands.
  let place: Int

  init(_ array: NumericArray, _ indices: [ArrayIndex]) throws(ArrayError) {
    let complete = try Self.completed(indices, array)
    let usesArrays = complete.contains { if case .array = $0 { true } else { false } }
    var builder = Builder(array)
    for index in complete { try builder.add(index, usesArrays: usesArrays) }
    view = array.view(shape: builder.shape, strides: builder.strides, offset: builder.offset)
    (picked, pickedShape) = try builder.picks()
    let axes = view.ndim + pickedShape.count
    guard axes <= ArrayLimit.axes else {
      throw .index(
        "number of dimensions must be within [0, \(ArrayLimit.axes)], indexing result would have "
          + "\(axes)")
    }
    place = builder.isAdjacent ? builder.firstPlace ?? 0 : 0
  }

  /// The shape of what is picked.
  var shape: [Int] {
    Array(view.shape[..<place]) + pickedShape + Array(view.shape[place...])
  }

  /// The indices with full slices in place of the ellipsis and of what is missing.
  private static func completed(
    _ indices: [ArrayIndex], _ array: NumericArray
  ) throws(ArrayError) -> [ArrayIndex] {
    let used = indices.reduce(0) { $0 + $1.axes }
    guard used <= array.ndim else {
      throw .index(
        "too many indices for array: array is \(array.ndim)-dimensional, but \(used) were indexed")
    }
    let rest = [ArrayIndex](
      repeating: .slice(start: nil, stop: nil, step: nil), count: array.ndim - used)
    let dots = indices.indices.filter { if case .ellipsis = indices[$0] { true } else { false } }
    if dots.count > 1 {
      throw .index("an index can only have a single ellipsis ('...')")
    }
    guard let place = dots.first else { return indices + rest }
    return Array(indices[..<place]) + rest + Array(indices[(place + 1)...])
  }
}
