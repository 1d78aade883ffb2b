internal import Memory
internal import Tensors

/// In training, sets a share `rate` of the inputs to zero and scales the others by 1 / (1 - rate).
///
/// The mask is a function of (seed, step, layer), never of the thread.
package struct Dropout: NoiseLayer {
  package static let signature = Signature.layer(
    "Dropout", [Parameter("rate", .number(.rate), aliases: ["p"])])
  package let rate: Float
  package var isRandom: Bool { rate > 0 }

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    rate = arguments.float("rate")
  }

  func draw(
    _ factors: MutableElements<Float>, _ offsets: MutableElements<Float>, for shape: Shape,
    from source: NoiseSource
  ) {
    source.uniform(factors, shape)
    let scale = 1 / (1 - rate)
    for index in factors.indices { factors[index] = factors[index] < rate ? 0 : scale }
  }
}

extension Dropout: KerasLayer {
  package static let keras = KerasFacts(
    "regularization", config: "rate seed noise_shape", arguments: ["seed"])
}
