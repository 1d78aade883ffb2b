internal import Arrays

/// A distribution of `numpy.random`: its parameters with their bounds, and how one number is drawn.
struct Distribution: Sendable {
  /// What NumPy asks of a parameter, with the end of its message.
  enum Bound: Sendable {
    case none, notNegative, positive
    /// A probability.
    case unit
    /// A probability above zero.
    case positiveUnit
    /// The mean of a Poisson distribution.
    case rate
  }

  struct Parameter: Sendable {
    let name: String
    let usual: Double?
    let bound: Bound

    init(_ name: String, _ usual: Double? = nil, _ bound: Bound = .none) {
      (self.name, self.usual, self.bound) = (name, usual, bound)
    }
  }

  let name: String
  let parameters: [Parameter]
  /// What is asked of the parameters together.
  let check: @Sendable ([Double], Bool) throws(ArrayError) -> Void
  /// Whether its numbers are whole.
  let isWhole: Bool
  let next: @Sendable (RandomGenerator, [Double]) -> Double

  init(
    _ name: String, _ parameters: [Parameter], isWhole: Bool = false,
    check: @escaping @Sendable ([Double], Bool) throws(ArrayError) -> Void = { _, _ in },
    _ next: @escaping @Sendable (RandomGenerator, [Double]) -> Double
  ) {
    (self.name, self.parameters, self.isWhole) = (name, parameters, isWhole)
    (self.check, self.next) = (check, next)
  }

  /// The distribution as a method of generators.
  var function: NumPyFunction {
    let signature =
      ["self"] + parameters.map { $0.usual == nil ? $0.name : "\($0.name)=0" }
    return NumPyFunction(name, (signature + ["size=None"]).joined(separator: ", ")) {
      call throws(ArrayError) in try draw(call)
    }
  }

  /// One Python number where neither a size nor an array is given, otherwise an array.
  private func draw(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let generator = try call.generator()
    var arrays: [NumericArray] = []
    for parameter in parameters { arrays.append(try value(of: parameter, call)) }
    let size = try call["size"]?.integers()
    let isOne = arrays.allSatisfy { $0.ndim == 0 }
    let shape = isOne ? size ?? [] : try RandomShape.of(arrays, size: size)
    _ = try ArrayLimit.count(of: shape, dtype: .float64)
    if isOne {
      let values = arrays.map { $0.reals()[0] }
      try accept(values, generator, isOne: true)
      guard size != nil else { return number(next(generator, values)) }
      return .array(try generator.array(shape, dtype: dtype) { next($0, values) })
    }
    return .array(try draw(generator, arrays, shape))
  }

  private func draw(
    _ generator: RandomGenerator, _ arrays: [NumericArray], _ shape: [Int]
  ) throws(ArrayError) -> NumericArray {
    var columns: [[Double]] = []
    for array in arrays { columns.append(try array.broadcast(to: shape).reals()) }
    let count = columns[0].count
    for place in 0..<count {
      try accept(columns.map { $0[place] }, generator, isOne: false)
    }
    var place = 0
    return try generator.array(shape, dtype: dtype) { generator in
      defer { place += 1 }
      return next(generator, columns.map { $0[place] })
    }
  }

  private var dtype: DType { isWhole ? .int64 : .float64 }

  private func number(_ drawn: Double) -> NumPyValue {
    isWhole ? .int(Int(exactly: drawn) ?? (drawn > 0 ? .max : .min)) : .float(drawn)
  }

  private func value(
    of parameter: Parameter, _ call: NumPyCall
  ) throws(ArrayError) -> NumericArray {
    guard call.wasGiven(parameter.name) else {
      return NumericArray(scalar: .real(parameter.usual ?? 0))
    }
    if case .string(let text)? = call[parameter.name] {
      throw ArrayError(.valueError, "could not convert string to float: '\(text)'")
    }
    return try call.array(parameter.name, dtype: .float64)
  }

  private func accept(
    _ values: [Double], _ generator: RandomGenerator, isOne: Bool
  ) throws(ArrayError) {
    for (parameter, value) in zip(parameters, values) {
      try parameter.accept(value, isOne: isOne)
    }
    try check(values, generator.isLegacy)
  }
}

extension Distribution.Parameter {
  func accept(_ value: Double, isOne: Bool) throws(ArrayError) {
    let nan = isOne ? "is NaN" : "contains NaNs"
    switch bound {
    case .none: break
    case .notNegative:
      if value.sign == .minus, !value.isNaN { throw ArrayError(.valueError, "\(name) < 0") }
    case .positive:
      if value <= 0 { throw ArrayError(.valueError, "\(name) <= 0") }
    case .unit:
      guard value >= 0, value <= 1 else {
        throw ArrayError(.valueError, "\(name) < 0, \(name) > 1 or \(name) \(nan)")
      }
    case .positiveUnit:
      guard value > 0, value <= 1 else {
        throw ArrayError(.valueError, "\(name) <= 0, \(name) > 1 or \(name) contains NaNs")
      }
    case .rate:
      guard value >= 0 else { throw ArrayError(.valueError, "\(name) < 0 or \(name) \(nan)") }
      guard value <= 9.223372006484771e18 else {
        throw ArrayError(.valueError, "\(name) value too large")
      }
    }
  }
}
