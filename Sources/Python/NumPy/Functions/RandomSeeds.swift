internal import Arrays
internal import Twister

extension NumPyCatalog {
  /// Where the legacy generator stands, and how it is put elsewhere.
  static let state: [NumPyFunction] = [
    NumPyFunction("seed", "self, seed=None") { call throws(ArrayError) in
      try call.generator().restart(call["seed"]?.twister() ?? MersenneTwister(seed: 0))
      return .none
    },
    NumPyFunction("get_state", "self") { call throws(ArrayError) in
      guard let state = try call.generator().state else { return .none }
      let words = try NumericArray(integers: state.twister.state.map { Int($0) }, dtype: .uint32)
      return .tuple([
        .string("MT19937"), .array(words), .int(state.twister.next),
        .int(state.spareNormal == nil ? 0 : 1), .float(state.spareNormal ?? 0),
      ])
    },
    NumPyFunction("set_state", "self, state") { call throws(ArrayError) in
      guard case .tuple(let parts)? = call["state"], parts.count == 3 || parts.count == 5 else {
        throw ArrayError(.typeError, "state must be a dict or a tuple.")
      }
      let words = try parts[1].asArray().integers().map { UInt32(truncatingIfNeeded: $0) }
      guard let twister = MersenneTwister(state: words, next: try parts[2].integer()) else {
        throw ArrayError(.valueError, "state must be a legacy MT19937 state")
      }
      let hasSpare = parts.count == 5 ? try parts[3].integer() != 0 : false
      let spare = hasSpare ? try parts[4].asArray().item().real : nil
      try call.generator().restart(twister, spareNormal: spare)
      return .none
    },
  ]
}

extension NumPyValue {
  /// The legacy generator that a seed gives: one whole number of 32 bits, or several.
  func twister() throws(ArrayError) -> MersenneTwister {
    if let number = try? integer() { return MersenneTwister(seed: try Self.word(number)) }
    if case .string(let text) = self {
      throw ArrayError(
        .typeError,
        "Cannot cast scalar from dtype('<U\(text.unicodeScalars.count)') to dtype('int64') "
          + "according to the rule 'safe'")
    }
    let array = try asArray()
    guard array.dtype.isInteger || array.size == 0 || array.dtype == .bool else {
      throw ArrayError(
        .typeError,
        "Cannot cast \(array.ndim == 0 ? "scalar" : "array data") from "
          + "dtype('\(array.dtype.rawValue)') to dtype('int64') according to the rule 'safe'")
    }
    if array.size == 0 { throw ArrayError(.valueError, "Seed must be non-empty") }
    guard array.ndim == 1 else { throw ArrayError(.valueError, "Seed array must be 1-d") }
    var words: [UInt32] = []
    for number in array.integers() { words.append(try Self.word(number)) }
    return MersenneTwister(words: words)
  }

  private static func word(_ number: Int) throws(ArrayError) -> UInt32 {
    guard let word = UInt32(exactly: number) else {
      throw ArrayError(.valueError, "Seed must be between 0 and 2**32 - 1")
    }
    return word
  }

  /// The words of a seed as `SeedSequence` takes them: those of whole numbers, lowest first.
  func entropy() throws(ArrayError) -> [UInt32] {
    switch self {
    case .list(let items), .tuple(let items):
      var words: [UInt32] = []
      for item in items { words += try item.entropy() }
      return words
    case .array(let array) where array.dtype.isInteger && array.ndim > 0:
      var words: [UInt32] = []
      for number in array.integers() { words += try NumPyValue.int(number).entropy() }
      return words
    default:
      guard let number = try? integer() else {
        throw ArrayError(
          .typeError,
          "SeedSequence expects int or sequence of ints for entropy not \(NumPyText.str(self))")
      }
      guard number >= 0 else { throw ArrayError(.valueError, "expected non-negative integer") }
      let words = [UInt32(truncatingIfNeeded: number), UInt32(number >> 32)]
      return words[1] == 0 ? [words[0]] : words
    }
  }
}
