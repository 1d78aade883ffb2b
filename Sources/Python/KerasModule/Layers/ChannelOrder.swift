internal import PythonRuntime
internal import Networks
internal import Tensors

/// Where the channels of images stand among the axes that a layer takes.
///
/// The engine's layers have the channels last. A layer that has them first runs on a permuted tensor
/// (`GraphLowering`), with the same weights and the same bits as one that has them last.
enum ChannelOrder: String {
  case last = "channels_last"
  case first = "channels_first"

  /// Reads Keras' word for an order, or that of Keras 1; nil for anything else.
  init?(word: String) {
    switch word {
    case "channels_last", "tf": self = .last
    case "channels_first", "th": self = .first
    default: return nil
    }
  }

  /// `[channels, height, width]` as `[height, width, channels]`.
  static func last(_ shape: Shape) -> Shape { Shape(shape.extents.dropFirst() + [shape[0]]) }

  /// `[height, width, channels]` as `[channels, height, width]`.
  static func first(_ shape: Shape) -> Shape {
    Shape([shape[shape.rank - 1]] + shape.extents.dropLast())
  }

  /// The engine's layer that moves the first axis behind the others, or the last one before them.
  static func move(_ order: ChannelOrder, rank: Int) -> any Layer {
    let axes = order == .last ? Array(2...rank) + [1] : [rank] + Array(1..<rank)
    let call = ArgumentCall("Permute", keywords: [.init("dims", .list(axes.map { .int($0) }))])
    guard let layer = try? Permute(Permute.signature.bind(call)) else {
      preconditionFailure("Permute: axes \(axes) are in order")
    }
    return layer
  }
}

extension LayerObject {
  /// Whether the layer takes tensors of a shape with the channels first; vectors have one order.
  func hasChannelsFirst(_ input: Shape) -> Bool {
    input.rank > 1 && (axis.map { $0 == 1 || $0 == -input.rank } ?? (order == .first))
  }

  /// The shape that one of the engine's layers gives, and its weights, in the layer's own order.
  ///
  /// - Parameter tensor: what a program called the layer with, where that has no numbers yet.
  func placed(
    _ layer: any Layer, on input: Shape, of tensor: TensorObject? = nil, _ machine: Machine
  ) throws(PyError) -> (output: Shape, specs: [WeightSpec]) {
    let isFirst = hasChannelsFirst(input)
    if let axis, !isFirst, axis != input.rank {
      throw machine.error(
        "NotImplementedError",
        "layer '\(name)': axis=\(axis) of an input of shape \(input.batched) is not supported by Caderno"
      )
    }
    let inner = isFirst ? ChannelOrder.last(input) : input
    let output: Shape
    let specs: [WeightSpec]
    do {
      output = try layer.outputShape(for: inner)
      specs = layer.weightSpecs(for: inner)
      let kind = Swift.type(of: layer).signature.name
      try SizeLimit.check(output, of: kind, input: inner)
      // Weights are drawn, and refused, where somebody asks for their numbers.
      for spec in specs {
        try SizeLimit.check(spec.shape, of: kind, input: inner, limit: SizeLimit.countedNumbers)
      }
    } catch {
      throw machine.error("ValueError", text(of: error, layer, input, tensor, machine))
    }
    let turnsBack = isFirst && output.rank == input.rank
    if turnsBack, let activation = layer.activation, Swift.type(of: activation).mapsRows {
      throw machine.error(
        "NotImplementedError",
        "layer '\(name)': \(Swift.type(of: activation).signature.name) over the last axis of channels_first images is not supported by Caderno"
      )
    }
    return (turnsBack ? ChannelOrder.first(output) : output, specs)
  }
}

extension TensorObject {
  /// Whether the engine's layer that gives the tensor runs on images with the channels last, though
  /// the program has them first.
  var takesChannelsLast: Bool {
    guard case .engine(_, let engine) = layer.content, let input = inputs.first else {
      return false
    }
    if layer.hasChannelsFirst(input.tensorShape) { return true }
    // To these the order makes no difference: no need to turn the axes in between.
    let mapsRows = engine.activation.map { Swift.type(of: $0).mapsRows } ?? false
    return (engine is Dropout || engine is Activation && !mapsRows) && input.isMadeWithChannelsLast
  }

  /// Whether it gives images with the channels last as well.
  var isMadeWithChannelsLast: Bool {
    takesChannelsLast && inputs.first.map { $0.tensorShape.rank == tensorShape.rank } ?? false
  }
}
