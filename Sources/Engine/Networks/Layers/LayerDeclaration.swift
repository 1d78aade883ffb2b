public import Tensors

/// A layer as a notebook declares it: with the arguments that belong to the model, not the layer.
public struct LayerDeclaration: Sendable {
  /// The layer itself, which knows neither its name nor its input.
  public let layer: any Layer
  /// The author's name for it, where one is given.
  public let name: String?
  /// `input_shape` of a first layer, or the shape of an input layer.
  public let inputShape: Shape?

  /// A layer by the names that its place in a model gives it; nil leaves them to the model.
  public init(_ layer: any Layer, name: String? = nil, inputShape: Shape? = nil) {
    self.layer = layer
    self.name = name
    self.inputShape = inputShape
  }

  /// Every mistake in the arguments of a layer's call, from the left; an unknown layer is one.
  public static func errors(in call: ArgumentCall) -> [ArgumentError] {
    guard let type = LayerCatalog.all.first(where: { $0.answers(to: call.name) }) else {
      return [unknownLayer(call.name)]
    }
    return type.signature.bindingErrors(of: call)
  }

  private static func unknownLayer(_ name: String) -> ArgumentError {
    ArgumentError(
      callee: "layers", parameter: name, place: nil,
      problem: ComponentKind.layer.unknownName(name))
  }

  /// Makes the layer that a call names.
  ///
  /// - Throws: ``ArgumentError`` with the argument at fault; `.unknownName` for an unknown layer.
  public init(_ call: ArgumentCall) throws(ArgumentError) {
    guard let type = LayerCatalog.all.first(where: { $0.answers(to: call.name) }) else {
      throw Self.unknownLayer(call.name)
    }
    let bound = try type.signature.bind(call)
    layer = try type.init(bound)
    name = bound.text("name")
    inputShape = bound.shape("input_shape") ?? bound.shape("shape")
  }
}
