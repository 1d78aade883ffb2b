extension NumericArray {
  /// Sorted along an axis, NaN last; without an axis, raveled first.
  package func sorted(axis: Int? = -1) throws(ArrayError) -> NumericArray {
    guard let axis else { return try raveled().sorted(axis: 0) }
    if ndim == 0 {
      throw ArrayError(.axisError, "axis \(axis) is out of bounds for array of dimension 0")
    }
    return try alongLast(axis, dtype: dtype) { reals in
      reals.sort(by: precedes)
    } integers: { integers in
      integers.sort()
    }
  }

  /// The indices that sort along an axis; equal elements keep their order.
  package func argsorted(axis: Int? = -1) throws(ArrayError) -> NumericArray {
    guard let axis else { return try raveled().argsorted(axis: 0) }
    let numbers = dtype.isFloating ? self : try astype(.int64)
    let orders = try numbers.lineOrders(axis)
    return orders
  }

  private func lineOrders(_ axis: Int) throws(ArrayError) -> NumericArray {
    let place = try normalized(axis)
    let out = try NumericArray(zeros: shape, dtype: .int64)
    let others = (0..<ndim).filter { $0 != place }
    let targets = out.positions(alongAxes: others)
    for (start, target) in zip(positions(alongAxes: others), targets) {
      let line = view(shape: [shape[place]], strides: [strides[place]], offset: start)
      let order = line.order()
      out.storage.store(order, at: target, stride: out.strides[place])
    }
    return out
  }

  /// The stable order of a one-dimensional array's elements.
  func order() -> [Int] {
    let places = Array(0..<size)
    if dtype.isFloating {
      let values = reals()
      return places.sorted {
        precedes(values[$0], values[$1]) || (!precedes(values[$1], values[$0]) && $0 < $1)
      }
    }
    let values = integers()
    return places.sorted { (values[$0], $0) < (values[$1], $1) }
  }
}

/// Whether a number stands before another in sorted arrays: NaN after all others.
private func precedes(_ one: Double, _ two: Double) -> Bool {
  one < two || (two.isNaN && !one.isNaN)
}
