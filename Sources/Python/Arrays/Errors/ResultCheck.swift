internal import Memory

/// Looks at the results of one elementwise function: all at once for numbers out of bounds, and one by one
/// only where there are some.
struct ResultCheck {
  private let watch: FloatWatch
  /// NumPy's name of the function, `cast` for a change of dtype.
  private let function: String
  private let bounds: Bounds
  /// The two operands that a number of the array stands for; the same number twice where there is one.
  let operands: (Double) -> (Double, Double)

  /// Nil where nobody watches, and where no result can be wrong.
  init?(
    _ watch: FloatWatch?, _ function: String, result: DType,
    operands: @escaping (Double) -> (Double, Double) = { ($0, $0) }
  ) {
    guard let watch, result != .bool, !Self.silent.contains(function) else { return nil }
    (self.watch, self.function, self.operands) = (watch, function, operands)
    bounds = Bounds(
      result, findsTiny: watch.kinds.contains(.underflow) && Self.shrinking.contains(function))
  }

  /// Whether some of the first `count` results need a look of their own.
  func isNeeded(_ results: MutableElements<Double>, _ count: Int) -> Bool {
    var outside = 0
    for i in 0..<count { outside &+= bounds.contain(results[i]) ? 0 : 1 }
    if outside == 0, bounds.smallest > 0 {
      for i in 0..<count { outside &+= results[i].magnitude < bounds.smallest ? 1 : 0 }
    }
    return outside > 0
  }

  /// Notes what is wrong with a result that isn't rounded to its dtype yet.
  func look(at result: Double, of x: Double, _ y: Double) {
    if result.isNaN {
      if !x.isNaN, !y.isNaN { watch.note(.invalid) }
      if bounds.isInteger { watch.note(.invalid) }
    } else if !bounds.contain(result) {
      if bounds.isInteger { return watch.note(.invalid) }
      if x.isFinite, y.isFinite { watch.note(isPole(x, y) ? .divide : .overflow) }
    } else if result.magnitude < bounds.smallest, x != 0, x.isFinite, y.isFinite,
      y != 0 || function == "cast"
    {
      watch.note(.underflow)
    }
  }

  private func isPole(_ x: Double, _ y: Double) -> Bool {
    switch function {
    case "divide", "floor_divide": y == 0
    case "power", "reciprocal": x == 0
    default: Self.logarithms.contains(function)
    }
  }

  private static let logarithms: Set = ["log", "log2", "log10", "log1p", "arctanh"]
  /// Those whose result can be too small though nothing is wrong with their operands.
  private static let shrinking: Set = [
    "multiply", "divide", "power", "square", "exp", "exp2", "cast",
  ]
  /// Those with which NumPy says nothing.
  private static let silent: Set = ["hypot", "logaddexp", "deg2rad", "rad2deg"]
}

/// The numbers that a dtype holds.
private struct Bounds {
  let isInteger: Bool
  private let (lowest, highest): (Double, Double)
  /// Results below it are too close to zero; 0 where nobody wants to know.
  let smallest: Double

  init(_ dtype: DType, findsTiny: Bool) {
    isInteger = !dtype.isFloating
    switch dtype {
    case .float64:
      (lowest, highest) = (-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude)
    case .float32:
      // What is half a step above the largest number is rounded to infinity.
      highest = (Double(Float.greatestFiniteMagnitude) + 0x1p103).nextDown
      lowest = -highest
    // C casts by way of 32 bits where these hold the integer.
    case .int64, .uint64, .uint32: (lowest, highest) = (-0x1p63, (0x1p63).nextDown)
    default: (lowest, highest) = ((-0x1p31 - 1).nextUp, (0x1p31).nextDown)
    }
    smallest =
      !findsTiny || isInteger
      ? 0
      : dtype == .float32
        ? Double(Float.leastNormalMagnitude) : Double.leastNormalMagnitude
  }

  /// False for NaN too.
  @inline(__always)
  func contain(_ value: Double) -> Bool { value >= lowest && value <= highest }
}
