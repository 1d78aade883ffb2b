internal import Arrays

extension NumPyCatalog {
  /// Orders and samples as the legacy generator draws them.
  static let legacyOrders: [NumPyFunction] = [
    NumPyFunction("shuffle", "self, x", shuffled),
    NumPyFunction("permutation", "self, x", permuted),
    NumPyFunction("choice", "self, a, size=None, replace=True, p=None", chosen),
  ]

  /// The same of what `default_rng` gives.
  static let orders: [NumPyFunction] = [
    NumPyFunction("shuffle", "self, x, axis=0", shuffled),
    NumPyFunction("permutation", "self, x, axis=0", permuted),
    NumPyFunction(
      "choice", "self, a, size=None, replace=True, p=None, axis=0, shuffle=True", chosen),
  ]

  @Sendable private static func shuffled(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    switch call["x"] {
    case .array(let array)?:
      try call.generator().shuffle(array, axis: axis(call, array))
      return .none
    case .tuple?:
      throw ArrayError(.typeError, "'tuple' object does not support item assignment")
    case let value:
      throw ArrayError(.typeError, "object of type '\(value?.typeName ?? "NoneType")' has no len()")
    }
  }

  @Sendable private static func permuted(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let generator = try call.generator()
    if let count = try? call.integer("x") {
      return .array(try NumericArray(integers: generator.permutation(count)))
    }
    let texts = try call.texts("x")
    let array = if let texts { texts.places } else { try call.array("x") }
    guard array.ndim > 0 else {
      throw generator.isLegacy
        ? ArrayError(.indexError, "x must be an integer or at least 1-dimensional")
        : ArrayError(.axisError, "axis 0 is out of bounds for array of dimension 0")
    }
    let axis = try axis(call, array)
    let order = try NumericArray(integers: generator.permutation(array.shape[axis]))
    let taken = try array.taking(order, axis: axis)
    return texts.map { .result($0.with(taken)) } ?? .array(taken)
  }

  @Sendable private static func chosen(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let generator = try call.generator()
    let texts = try call.texts("a")
    let source = if let texts { texts.places } else { try call.array() }
    let shape = try call.shape("size") ?? []
    if source.ndim > 1, generator.isLegacy {
      throw ArrayError(.valueError, "a must be 1-dimensional")
    }
    let axis = try source.ndim == 0 ? 0 : axis(call, source)
    let count = source.ndim == 0 ? try population(source) : source.shape[axis]
    try check(count, isNumber: source.ndim == 0, shape, generator)
    let weights = call["p"] == nil ? nil : try call.array("p").reals()
    let drawn = try generator.choice(
      count, shape, replacing: call.flag("replace", true), weights: weights,
      isShuffled: call.flag("shuffle", true))
    let isOne = call["size"] == nil
    if source.ndim == 0 {
      return isOne ? .int(drawn.integers()[0]) : .array(drawn)
    }
    let taken = try source.taking(drawn, axis: axis)
    if let texts { return .result(texts.with(taken)) }
    return isOne ? .result(taken) : .array(taken)
  }

  /// How many things there are to choose from where a number says it.
  private static func population(_ number: NumericArray) throws(ArrayError) -> Int {
    guard number.dtype.isInteger || number.dtype == .bool else {
      throw ArrayError(.valueError, "a must be a sequence or an integer, not <class 'float'>")
    }
    return number.integers()[0]
  }

  private static func check(
    _ count: Int, isNumber: Bool, _ shape: [Int], _ generator: RandomGenerator
  ) throws(ArrayError) {
    guard count <= 0, !shape.contains(0) else { return }
    guard isNumber else {
      throw ArrayError(
        .valueError,
        generator.isLegacy
          ? "'a' cannot be empty unless no samples are taken"
          : "a cannot be empty unless no samples are taken")
    }
    throw ArrayError(
      .valueError,
      generator.isLegacy
        ? "a must be greater than 0 unless no samples are taken"
        : "a must be a positive integer unless no samples are taken")
  }

  private static func axis(_ call: NumPyCall, _ array: NumericArray) throws(ArrayError) -> Int {
    guard array.ndim > 0 else { return 0 }
    return try array.normalizedAxis(call.integer("axis") ?? 0)
  }
}
