internal import Arrays

extension NumPyCatalog {
  /// Methods of `SeedSequence`.
  static let seeds: [NumPyFunction] = [
    NumPyFunction("generate_state", "self, n_words, dtype=None") { call throws(ArrayError) in
      let count = try call.integer("n_words") ?? 0
      guard count >= 0 else {
        throw ArrayError(.valueError, "negative dimensions are not allowed")
      }
      let dtype = try call.dtype() ?? .uint32
      guard dtype == .uint32 || dtype == .uint64 else {
        throw ArrayError(.valueError, "only support uint32 or uint64")
      }
      return .array(try lineage(call).state(count, isWide: dtype == .uint64))
    },
    NumPyFunction("spawn", "self, n_children") { call throws(ArrayError) in
      .list(try lineage(call).spawn(count(call)).map { .seeds($0) })
    },
  ]

  private static func lineage(_ call: NumPyCall) throws(ArrayError) -> SeedLineage {
    guard case .seeds(let seeds)? = call["self"] else {
      throw ArrayError(.typeError, "\(call.name)() needs a SeedSequence")
    }
    return seeds
  }

  private static func count(_ call: NumPyCall) throws(ArrayError) -> Int {
    let count = try call.integer("n_children") ?? 0
    guard count >= 0 else { throw ArrayError(.valueError, "n_children must be non-negative") }
    return count
  }

  /// Bytes, which both kinds of generators draw.
  static let randomBytes = NumPyFunction("bytes", "self, length") { call throws(ArrayError) in
    let length = try call.integer("length") ?? 0
    guard length > -8 else {
      throw ArrayError(.valueError, "negative dimensions are not allowed")
    }
    // As C divides: a word even for no byte.
    let words = (length - 1) / 4 + 1
    _ = try ArrayLimit.count(of: [words], dtype: .uint32)
    let generator = try call.generator()
    var bytes: [UInt8] = []
    for _ in 0..<words {
      let word = generator.word()
      bytes += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
    return .bytes(Array(length < 0 ? bytes.dropLast(-length) : bytes.prefix(length)))
  }

  /// What only `default_rng` has beside numbers: orders along an axis, and generators of its own.
  static let streams: [NumPyFunction] = [
    randomBytes,
    NumPyFunction("permuted", "self, x, axis=None") { call throws(ArrayError) in
      let array = try call.array("x")
      let generator = try call.generator()
      guard let axis = try call.integer("axis") else {
        let flat = try array.reshaped([array.size])
        let order = try NumericArray(integers: generator.permutation(array.size))
        return .array(try flat.taking(order, axis: 0).reshaped(array.shape))
      }
      return .array(try lanes(array, along: array.normalizedAxis(axis), generator))
    },
    NumPyFunction("spawn", "self, n_children") { call throws(ArrayError) in
      guard let seeds = try call.generator().seeds else {
        throw ArrayError(.typeError, "The underlying SeedSequence does not implement spawning.")
      }
      return .list(
        try seeds.spawn(count(call)).map { .generator(RandomGenerator(seeds: $0)) })
    },
  ]

  /// Each row along an axis in an order of its own.
  private static func lanes(
    _ array: NumericArray, along axis: Int, _ generator: RandomGenerator
  ) throws(ArrayError) -> NumericArray {
    var axes = Array(0..<array.ndim)
    axes.append(axes.remove(at: axis))
    let turned = try array.transposed(axes)
    let width = array.shape[axis]
    let rows = width == 0 ? 0 : array.size / width
    var places: [Int] = []
    for row in 0..<rows {
      places += try generator.permutation(width).map { row * width + $0 }
    }
    let flat = try turned.reshaped([array.size])
    let mixed = try flat.taking(NumericArray(integers: places), axis: 0).reshaped(turned.shape)
    var back = Array(0..<array.ndim - 1)
    back.insert(array.ndim - 1, at: axis)
    return try mixed.transposed(back)
  }
}
