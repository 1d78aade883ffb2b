internal import Arrays

extension NumPyCatalog {
  /// `numpy.random.*`: the same functions on the session's own generator.
  static let randomModule: [NumPyFunction] =
    random.map { function in
      let parameters = function.parameters.dropFirst()
      return NumPyFunction("random.\(function.name)", Array(parameters)) {
        call throws(ArrayError) in
        try function.body(call.with("self", .generator(call.session.random)))
      }
    } + [
      NumPyFunction("random.default_rng", "seed=None") { call throws(ArrayError) in
        if case .generator? = call["seed"] { return call["seed"] ?? .none }
        return .generator(RandomGenerator(seed: UInt64(try seed(call, limit: .max) ?? 0)))
      },
      NumPyFunction("random.RandomState", "seed=None") { call throws(ArrayError) in
        .generator(
          RandomGenerator(legacySeed: UInt32(try seed(call, limit: Int(UInt32.max)) ?? 0)))
      },
    ]

  /// Functions of the legacy generator.
  static let random: [NumPyFunction] =
    shared + counts + distributions + [
      NumPyFunction("seed", "self, seed=None") { call throws(ArrayError) in
        try call.generator().reseed(UInt32(try seed(call, limit: Int(UInt32.max)) ?? 0))
        return .none
      },
      NumPyFunction("rand", "self, *args") { call throws(ArrayError) in
        try drawn(call, call["args"]) { $0.unit() }
      },
      NumPyFunction("randn", "self, *args") { call throws(ArrayError) in
        try drawn(call, call["args"]) { $0.normal() }
      },
      NumPyFunction("random_sample", "self, size=None") { call throws(ArrayError) in
        try drawn(call, call["size"]) { $0.unit() }
      },
      NumPyFunction("sample", "self, size=None") { call throws(ArrayError) in
        try drawn(call, call["size"]) { $0.unit() }
      },
      NumPyFunction("randint", "self, low, high=None, size=None, dtype=None", integers),
    ]

  /// Functions of what `default_rng` gives.
  static let generator: [NumPyFunction] =
    shared + counts + [
      NumPyFunction("integers", "self, low, high=None, size=None, dtype=None", integers)
    ]

  private static let shared: [NumPyFunction] = [
    NumPyFunction("random", "self, size=None") { call throws(ArrayError) in
      try drawn(call, call["size"]) { $0.unit() }
    },
    NumPyFunction("uniform", "self, low=0.0, high=1.0, size=None") { call throws(ArrayError) in
      let (low, high) = (try call.real("low") ?? 0, try call.real("high") ?? 1)
      return try drawn(call, call["size"]) { low + (high - low) * $0.unit() }
    },
    NumPyFunction("normal", "self, loc=0.0, scale=1.0, size=None") { call throws(ArrayError) in
      let (mean, deviation) = (try call.real("loc") ?? 0, try call.real("scale") ?? 1)
      if deviation < 0 { throw ArrayError(.valueError, "scale < 0") }
      return try drawn(call, call["size"]) { mean + deviation * $0.normal() }
    },
    NumPyFunction("standard_normal", "self, size=None") { call throws(ArrayError) in
      try drawn(call, call["size"]) { $0.normal() }
    },
    NumPyFunction("shuffle", "self, x") { call throws(ArrayError) in
      guard case .array(let array)? = call["x"] else {
        throw ArrayError(.typeError, "shuffle takes an array here")
      }
      try call.generator().shuffle(array)
      return .none
    },
    NumPyFunction("permutation", "self, x") { call throws(ArrayError) in
      let generator = try call.generator()
      if let count = try? call.integer("x") {
        return .array(try NumericArray(integers: generator.permutation(count)))
      }
      let array = try call.array("x")
      guard array.ndim > 0 else {
        throw ArrayError(.typeError, "object of type 'float' has no len()")
      }
      let order = try NumericArray(integers: generator.permutation(array.shape[0]))
      return .array(try array.taking(order, axis: 0))
    },
    NumPyFunction("choice", "self, a, size=None, replace=True, p=None") {
      call throws(ArrayError) in
      let texts = try call.texts("a")
      let source = if let texts { texts.places } else { try call.array() }
      if source.ndim > 1 { throw ArrayError(.valueError, "a must be 1-dimensional") }
      let count = source.ndim == 0 ? try source.item().integer : source.size
      let weights = call["p"] == nil ? nil : try call.array("p").reals()
      let drawn = try call.generator().choice(
        count, call.shape("size") ?? [], replacing: call.flag("replace", true), weights: weights)
      let taken = source.ndim == 0 ? drawn : try source.taking(drawn, axis: 0)
      return texts.map { .result($0.with(taken)) } ?? .result(taken)
    },
  ]

  /// One Python float without a size, otherwise an array.
  private static func drawn(
    _ call: NumPyCall, _ size: NumPyValue?, _ next: (RandomGenerator) -> Double
  ) throws(ArrayError) -> NumPyValue {
    guard let shape = try size?.integers() else {
      return .float(next(try call.generator()))
    }
    return .array(try call.generator().array(shape, next))
  }

  @Sendable private static func integers(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let first = try call.integer("low") ?? 0
    let high = try call.integer("high")
    let dtype = try call.dtype() ?? .int64
    let generator = try call.generator()
    let shape = try call.shape("size")
    let array = try generator.integers(
      high == nil ? 0 : first, high ?? first, shape ?? [], dtype: dtype)
    if shape != nil { return .array(array) }
    return generator.isLegacy && call["dtype"] == nil
      ? .int(try array.item().integer) : .scalar(array)
  }

  private static func seed(_ call: NumPyCall, limit: Int) throws(ArrayError) -> Int? {
    guard let seed = try call.integer("seed") else { return nil }
    guard seed >= 0, seed <= limit else {
      throw ArrayError(.valueError, "Seed must be between 0 and 2**32 - 1")
    }
    return seed
  }
}

extension NumPyCall {
  /// The generator that a method was called on.
  func generator() throws(ArrayError) -> RandomGenerator {
    guard case .generator(let generator)? = self["self"] else {
      throw ArrayError(.typeError, "\(name)() needs a random generator")
    }
    return generator
  }
}
