/// How gradients move weights.
public protocol Optimizer: Component {
  var learningRate: Float { get }
  /// What is kept for each trainable weight between steps, beginning with zeros.
  var slotNames: [String] { get }

  /// Moves one weight.
  ///
  /// - Parameters:
  ///   - weight: the weight's numbers, changed in place.
  ///   - gradient: the loss' gradient, as long as `weight`.
  ///   - slots: one buffer for each of `slotNames`, as long as `weight`, changed in place.
  ///   - step: the number of the step, from 1.
  func update(
    _ weight: UnsafeMutableBufferPointer<Float>, gradient: UnsafeBufferPointer<Float>,
    slots: [UnsafeMutableBufferPointer<Float>], step: Int)
}

extension Optimizer {
  /// `learning_rate`, with Keras 1's and 2's spelling beside it.
  static func learningRate(default value: Double) -> Parameter {
    Parameter("learning_rate", .number(.nonNegative), default: .double(value), aliases: ["lr"])
  }

  static func rate(_ name: String, default value: Double) -> Parameter {
    Parameter(name, .number(.rate), default: .double(value))
  }

  static var epsilonParameter: Parameter {
    Parameter("epsilon", .number(.nonNegative), default: .double(1e-7))
  }
}
