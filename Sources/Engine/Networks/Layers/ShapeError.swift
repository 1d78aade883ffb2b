public import Tensors

/// Why a layer can't take an input of some shape; shapes have no batch axis.
public struct ShapeError: Error, Hashable, Sendable {
  /// The facts of what doesn't fit.
  public enum Problem: Hashable, Sendable {
    /// The layer takes inputs of `expected` axes: 3 are (height, width, channels).
    case wrongRank(expected: Int)
    /// The window (dilation included) is larger than the input along these axes.
    case windowTooLarge(window: Shape)
    /// The output or a weight would have more than `limit` numbers.
    case tooLarge(shape: Shape, limit: Int)
    /// A weight of this shape can't begin as this initializer makes weights.
    case initializer(name: String, weight: Shape)
    /// The channels can't be shared out among so many groups.
    case groups(Int)
    /// An input layer says another shape than the one that reaches it.
    case differsFromInput(declared: Shape)
  }

  /// Keras' class name of the layer.
  public let layer: String
  /// The shape that came in.
  public let input: Shape
  /// Why the layer can't take it.
  public let problem: Problem

  init(_ layer: String, input: Shape, _ problem: Problem) {
    self.layer = layer
    self.input = input
    self.problem = problem
  }
}

extension ShapeError: CustomStringConvertible {
  /// The facts as one English sentence without a full stop.
  public var description: String {
    switch problem {
    case .wrongRank(let expected):
      "\(layer) takes inputs with \(expected) \(expected == 1 ? "axis" : "axes")"
        + (expected == 3 ? " (height, width, channels)" : "") + ", not \(input)"
    case .windowTooLarge(let window):
      "\(layer)'s window \(window) is larger than its input \(input)"
    case .tooLarge(let shape, let limit):
      "\(layer) would need a tensor of shape \(shape), more than \(limit) numbers"
    case .initializer(let name, let weight):
      "\(layer): the initializer '\(name)' can't make a weight of shape \(weight)"
    case .groups(let count):
      "\(layer) can't share the channels of an input \(input) out among \(count) groups"
    case .differsFromInput(let declared):
      "\(layer) says shape \(declared), but the input here is \(input)"
    }
  }
}
