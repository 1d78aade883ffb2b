internal import Arrays
internal import Twister

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
        if case .seeds(let seeds)? = call["seed"] {
          return .generator(RandomGenerator(seeds: seeds))
        }
        return .generator(RandomGenerator(entropy: try call["seed"]?.entropy() ?? [0]))
      },
      NumPyFunction("random.SeedSequence", "entropy=None, *, spawn_key=None") {
        call throws(ArrayError) in
        .seeds(
          SeedLineage(
            entropy: try call["entropy"]?.entropy() ?? [0],
            key: try call["spawn_key"]?.entropy() ?? []))
      },
      NumPyFunction("random.RandomState", "seed=None") { call throws(ArrayError) in
        .generator(
          RandomGenerator(twister: try call["seed"]?.twister() ?? MersenneTwister(seed: 0)))
      },
    ]

  /// Functions of the legacy generator.
  static let random: [NumPyFunction] =
    distributions + legacyOrders + state + [
      randomBytes,
      NumPyFunction("rand", "self, *args") { call throws(ArrayError) in
        try drawn(call, call["args"]) { $0.unit() }
      },
      NumPyFunction("randn", "self, *args") { call throws(ArrayError) in
        try drawn(call, call["args"]) { $0.normal() }
      },
      NumPyFunction("standard_normal", "self, size=None") { call throws(ArrayError) in
        try drawn(call, call["size"]) { $0.normal() }
      },
      NumPyFunction("standard_exponential", "self, size=None") { call throws(ArrayError) in
        try drawn(call, call["size"]) { $0.exponential() }
      },
      NumPyFunction("standard_cauchy", "self, size=None", cauchy),
      NumPyFunction("randint", "self, low, high=None, size=None, dtype=None") {
        call throws(ArrayError) in try RandomIntegers(call).drawn()
      },
      NumPyFunction("random_integers", "self, low, high=None, size=None") {
        call throws(ArrayError) in
        try RandomIntegers(call, lowest: 1, isClosed: true).drawn()
      },
    ]
    + ["random", "random_sample", "sample", "ranf"].map { name in
      NumPyFunction(name, "self, size=None") { call throws(ArrayError) in
        try drawn(call, call["size"]) { $0.unit() }
      }
    }

  /// Functions of what `default_rng` gives.
  static let generator: [NumPyFunction] =
    distributions + orders + streams + [
      NumPyFunction("random", "self, size=None, dtype=None") { call throws(ArrayError) in
        guard try isSingle(call) else { return try drawn(call, call["size"]) { $0.unit() } }
        return try drawn(call, call["size"], dtype: .float32) { Double($0.single()) }
      },
      NumPyFunction("standard_normal", "self, size=None, dtype=None") {
        call throws(ArrayError) in
        guard try isSingle(call) else { return try drawn(call, call["size"]) { $0.normal() } }
        return try drawn(call, call["size"], dtype: .float32) { Double($0.singleNormal()) }
      },
      NumPyFunction("standard_exponential", "self, size=None") { call throws(ArrayError) in
        try drawn(call, call["size"]) { $0.exponential() }
      },
      NumPyFunction("standard_cauchy", "self, size=None", cauchy),
      NumPyFunction(
        "integers", "self, low, high=None, size=None, dtype=None, endpoint=False"
      ) { call throws(ArrayError) in
        try RandomIntegers(call, isClosed: call.flag("endpoint")).drawn()
      },
    ]

  @Sendable private static func cauchy(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    try drawn(call, call["size"]) { generator in
      let above = generator.normal()
      return above / generator.normal()
    }
  }

  /// Whether numbers in single precision are asked for.
  private static func isSingle(_ call: NumPyCall) throws(ArrayError) -> Bool {
    guard let dtype = try call.dtype(), dtype != .float64 else { return false }
    guard dtype == .float32 else {
      throw ArrayError(
        .typeError, "Unsupported dtype dtype('\(dtype.rawValue)') for \(call.name)")
    }
    return true
  }

  /// One Python float without a size, otherwise an array.
  private static func drawn(
    _ call: NumPyCall, _ size: NumPyValue?, dtype: DType = .float64,
    _ next: (RandomGenerator) -> Double
  ) throws(ArrayError) -> NumPyValue {
    let generator = try call.generator()
    guard let shape = try size?.integers() else { return .float(next(generator)) }
    // `rand()` and `randn()` have extents and no size.
    if shape.isEmpty, !call.wasGiven("size") { return .float(next(generator)) }
    return .array(try generator.array(shape, dtype: dtype, next))
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
