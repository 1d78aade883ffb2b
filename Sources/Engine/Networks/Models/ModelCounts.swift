internal import Digests
internal import Tensors

/// How many models of each architecture and seed a lesson, or a part of it, has made.
///
/// The first model of an architecture draws its first weights and its dropout from the seed itself, each further one
/// from a seed of its own, so that two models are two models. Names count for nothing.
package struct ModelCounts: Codable, Sendable, Equatable {
  private var counts: [String: Int] = [:]
  /// Whether what was counted before this part is forgotten.
  private var isReset = false

  /// Of a lesson that has made no model.
  package init() {}

  /// Whether no model was made, and nothing forgotten.
  package var isEmpty: Bool { counts.isEmpty && !isReset }

  /// The models of a model's architecture that were made with a seed.
  package subscript(_ model: Model, seed: UInt64) -> Int {
    counts[Self.key(model, seed: seed), default: 0]
  }

  /// Counts a model in, and tells how many of its architecture were there.
  ///
  /// - Parameter before: what was counted before this part of the lesson.
  package mutating func add(
    _ model: Model, seed: UInt64, after before: ModelCounts = ModelCounts()
  ) -> Int {
    let key = Self.key(model, seed: seed)
    let earlier = isReset ? 0 : before.counts[key, default: 0]
    let here = counts[key, default: 0]
    counts[key] = here + 1
    return earlier + here
  }

  /// Adds what a later part of the lesson counted.
  package mutating func add(_ later: ModelCounts) {
    if later.isReset { reset() }
    counts.merge(later.counts) { $0 + $1 }
  }

  /// Forgets all models, those before this part too.
  package mutating func reset() {
    counts = [:]
    isReset = true
  }

  /// What tells architectures apart, and the seed: models of two seeds differ anyway.
  package static func key(_ model: Model, seed: UInt64) -> String {
    "\(model.architecture) seed \(seed)"
  }
}

extension Model {
  /// What tells architectures apart: the shapes, the layers and their ties, without a name.
  fileprivate var architecture: String {
    let texts = layers.map { layer in
      "\(layer.layer) of \(layer.inputs)" + (layer.owner.map { " as \($0)" } ?? "")
    }
    return ResultKey(["input \(inputShape)"] + texts).digest
  }

  /// The seed of a model's first weights and dropout.
  ///
  /// - Parameter copy: how many models of the architecture there were before; 0 keeps the seed.
  package static func seed(_ seed: UInt64, copy: Int) -> UInt64 {
    guard copy > 0 else { return seed }
    let words = RandomStream(seed: seed, stream: StreamName.copies).words(at: UInt64(copy))
    return UInt64(words.x) << 32 | UInt64(words.y)
  }
}
