internal import Tensors

/// The argument `seed` of Keras' random initializers.
///
/// Without it, each weight draws from the run's seed and a stream of its own. With it, every weight
/// of an initializer draws the same numbers whatever the run's seed, as in Keras.
struct InitializerSeed: Sendable {
  private let seed: UInt64?

  init() { seed = nil }

  init(_ arguments: BoundArguments) {
    guard case .int(let value) = arguments["seed"] else {
      seed = nil
      return
    }
    seed = UInt64(bitPattern: Int64(value))
  }

  func stream(seed runSeed: UInt64, stream: UInt64) -> RandomStream {
    guard let seed else { return RandomStream(seed: runSeed, stream: stream) }
    return RandomStream(seed: seed, stream: StreamName.seededInitializer)
  }
}

extension Parameter {
  /// `seed` of a random initializer.
  static var seed: Parameter {
    Parameter("seed", .int(.any), default: .some(.none), acceptsNone: true)
  }

  /// A standard deviation.
  static var deviation: Parameter {
    Parameter("stddev", .number(.nonNegative), default: .double(0.05))
  }
}
