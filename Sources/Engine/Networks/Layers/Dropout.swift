internal import Memory
internal import Tensors

/// In training, sets a share `rate` of the inputs to zero and scales the others by 1 / (1 - rate).
///
/// The mask is a function of (seed, step, layer), never of the thread.
package struct Dropout: NoiseLayer {
  /// Keras' `Dropout` without `noise_shape`; Keras 1 calls the rate `p`.
  package static let signature = Signature.layer(
    "Dropout", [Parameter("rate", .number(.rate), aliases: ["p"])])
  /// The share of inputs that become zero, at least 0 and below 1.
  package let rate: Float
  /// Whether anything is dropped at all: a rate of 0 draws nothing.
  package var isRandom: Bool { rate > 0 }

  /// Reads the rate, which the signature has checked.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    rate = arguments.float("rate")
  }

  func draw(
    _ factors: MutableElements<Float>, _ offsets: MutableElements<Float>, for shape: Shape,
    from source: NoiseSource
  ) {
    source.mask(factors, shape, rate: rate, scale: 1 / (1 - rate))
  }
}

extension Dropout: KerasLayer {
  /// A layer of `keras.src.layers.regularization`; programs may give a seed.
  package static let keras = KerasFacts(
    "regularization", config: "rate seed noise_shape", arguments: ["seed"])
}
