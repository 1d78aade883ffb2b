internal import Arrays

extension NumPyCatalog {
  /// Sums of products, slopes and areas.
  static let calculus: [NumPyFunction] = [
    NumPyFunction("einsum", "subscripts, *operands") { call throws(ArrayError) in
      guard let text = call.text("subscripts") else {
        throw ArrayError(
          .notImplementedError, "einsum takes its subscripts as a text here")
      }
      return .result(try NumericArray.einsum(text, call.arrays("operands")))
    },
    NumPyFunction("polyval", "p, x") { call throws(ArrayError) in
      let (factors, x) = (try call.array("p"), try call.needed("x"))
      var result = try BinaryFunction.multiply(x, .python(.int(0)))
      for factor in try factors.elements() {
        result = try BinaryFunction.add(
          .array(BinaryFunction.multiply(.array(result), x)), .array(factor))
      }
      return .result(result)
    },
    NumPyFunction("trapezoid", "y, x=None, dx=1.0, axis=-1", area),
    NumPyFunction("trapz", "y, x=None, dx=1.0, axis=-1", area),
    NumPyFunction("gradient", "f, *varargs, axis=None", gradient),
    NumPyFunction("cross", "a, b") { call throws(ArrayError) in
      let (a, b) = (try call.array("a"), try call.array("b"))
      guard a.shape.last == 3, b.shape.last == 3 else {
        throw ArrayError(
          .valueError, "incompatible dimensions for cross product\n(dimension must be 2 or 3)")
      }
      func part(_ one: Int, _ two: Int) throws(ArrayError) -> NumericArray {
        try BinaryFunction.subtract(
          .array(BinaryFunction.multiply(.array(a.last(one)), .array(b.last(two)))),
          .array(BinaryFunction.multiply(.array(a.last(two)), .array(b.last(one)))))
      }
      return .array(
        try NumericArray.stack([try part(1, 2), try part(2, 0), try part(0, 1)], axis: -1))
    },
    NumPyFunction("kron", "a, b") { call throws(ArrayError) in
      var (a, b) = (try call.array("a"), try call.array("b"))
      let rank = max(a.ndim, b.ndim)
      a = try a.expanded(Array(0..<rank - a.ndim))
      b = try b.expanded(Array(0..<rank - b.ndim))
      let left = try a.reshaped(a.shape.flatMap { [$0, 1] })
      let right = try b.reshaped(b.shape.flatMap { [1, $0] })
      let product = try BinaryFunction.multiply(.array(left), .array(right))
      return .result(try product.reshaped(zip(a.shape, b.shape).map { $0 * $1 }))
    },
    NumPyFunction("cov", "m, y=None, rowvar=True, bias=False, ddof=None") {
      call throws(ArrayError) in .array(try covariance(call).squeezed(nil))
    },
    NumPyFunction("corrcoef", "x, y=None, rowvar=True") { call throws(ArrayError) in
      var matrix = try covariance(call.with("m", call["x"] ?? .none))
      guard matrix.size > 1 else {
        return .result(
          try BinaryFunction.divide(.array(matrix.squeezed(nil)), .array(matrix.squeezed(nil))))
      }
      let deviation = try UnaryFunction.sqrt(matrix.diagonal())
      matrix = try BinaryFunction.divide(.array(matrix), .array(deviation.expanded([1])))
      matrix = try BinaryFunction.divide(.array(matrix), .array(deviation.expanded([0])))
      return .array(try matrix.clipped(.python(.int(-1)), .python(.int(1))))
    },
  ]

  /// Covariances of variables, which are rows; always a matrix.
  private static func covariance(_ call: NumPyCall) throws(ArrayError) -> NumericArray {
    func rows(_ name: String) throws(ArrayError) -> NumericArray {
      let array = try call.array(name).astype(.float64)
      if array.ndim > 2 { throw ArrayError(.valueError, "\(name) has more than 2 dimensions") }
      if array.ndim < 2 { return try array.reshaped([1, -1]) }
      return try call.flag("rowvar", true) ? array : array.transposed()
    }
    var matrix = try rows("m")
    if call["y"] != nil { matrix = try NumericArray.concatenate([matrix, rows("y")]) }
    let isBiased = try call.flag("bias")
    let degrees = try call.integer("ddof") ?? (isBiased ? 0 : 1)
    let centered = try BinaryFunction.subtract(
      .array(matrix), .array(matrix.mean(axes: [1], keepsAxes: true)))
    let product = try centered.dot(centered.transposed())
    let count = max(Double(matrix.shape[1]) - Double(degrees), 0)
    return try BinaryFunction.multiply(
      .array(product),
      .array(
        BinaryFunction.divide(
          .python(.int(1)),
          .array(
            NumericArray(scalar: .real(count))))))
  }

  @Sendable private static func area(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let y = try call.array("y")
    let axis = try y.normalizedAxis(call.integer("axis") ?? -1)
    func cut(_ array: NumericArray, _ start: Int?, _ stop: Int?) throws(ArrayError) -> NumericArray
    {
      let along = array.ndim == 1 ? 0 : axis
      return try array[
        (0...along).map {
          $0 == along
            ? .slice(start: start, stop: stop, step: nil)
            : .slice(start: nil, stop: nil, step: nil)
        }]
    }
    var width = Operand.python(.real(try call.real("dx") ?? 1))
    if call["x"] != nil {
      let x = try call.array("x")
      var steps = try BinaryFunction.subtract(.array(cut(x, 1, nil)), .array(cut(x, nil, -1)))
      if x.ndim == 1, y.ndim > 1 {
        var shape = [Int](repeating: 1, count: y.ndim)
        shape[axis] = steps.size
        steps = try steps.reshaped(shape)
      }
      width = .array(steps)
    }
    let ends = try BinaryFunction.add(.array(cut(y, 1, nil)), .array(cut(y, nil, -1)))
    let whole = try BinaryFunction.multiply(width, .array(ends))
    let parts = try BinaryFunction.divide(.array(whole), .python(.real(2)))
    return .result(try parts.sum(axes: [axis]))
  }

  /// Slopes along each axis: central differences inside, one-sided ones at the ends.
  @Sendable private static func gradient(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let array = try call.array("f")
    let numbers = array.dtype.isFloating ? array : try array.astype(.float64)
    let axes = try call.axes() ?? Array(0..<array.ndim)
    guard case .tuple(let given)? = call["varargs"] ?? .tuple([]),
      given.isEmpty || given.count == 1 || given.count == axes.count
    else { throw ArrayError(.typeError, "invalid number of arguments") }
    var slopes: [NumericArray] = []
    for (place, axis) in axes.enumerated() {
      let spacing = given.isEmpty ? NumPyValue.float(1) : given[given.count == 1 ? 0 : place]
      slopes.append(try slope(numbers, numbers.normalizedAxis(axis), spacing.asArray()))
    }
    return slopes.count == 1 ? .array(slopes[0]) : .tuple(slopes.map { .array($0) })
  }

  private static func slope(
    _ array: NumericArray, _ axis: Int, _ spacing: NumericArray
  ) throws(ArrayError) -> NumericArray {
    let count = array.shape[axis]
    guard count >= 2 else {
      throw ArrayError(
        .valueError,
        "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) "
          + "elements are required.")
    }
    let places = spacing.ndim == 0 ? nil : spacing.reals()
    if let places, places.count != count {
      throw ArrayError(
        .valueError, "when 1d, distances must match the length of the corresponding dimension")
    }
    let step = spacing.ndim == 0 ? spacing.reals()[0] : 1
    let steps = places.map { places in zip(places.dropFirst(), places).map { $0 - $1 } }
    // Steps of one size are counted as one step.
    let isEven = steps.map { steps in steps.allSatisfy { $0 == steps[0] } } ?? true
    return try array.lines(along: axis) { line in
      let width = steps?[0] ?? step
      var result = line
      for i in line.indices {
        if i == 0 {
          result[i] = (line[1] - line[0]) / width
        } else if i == count - 1 {
          result[i] = (line[i] - line[i - 1]) / (steps?[i - 1] ?? step)
        } else if isEven {
          result[i] = (line[i + 1] - line[i - 1]) / (2 * width)
        } else if let steps {
          let (before, behind) = (steps[i - 1], steps[i])
          let a = -behind / (before * (before + behind))
          let b = (behind - before) / (before * behind)
          let c = before / (behind * (before + behind))
          result[i] = a * line[i - 1] + b * line[i] + c * line[i + 1]
        }
      }
      return result
    }
  }
}

extension NumericArray {
  /// The elements at one place of the last axis.
  fileprivate func last(_ place: Int) throws(ArrayError) -> NumericArray {
    try self[[.ellipsis, .integer(place)]]
  }
}
