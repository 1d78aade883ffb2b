public import Tensors

/// Why layers don't make a model.
public struct ModelError: Error, Hashable, Sendable {
  /// The facts of what keeps the layers apart.
  public enum Problem: Hashable, Sendable {
    case noLayers
    /// Nothing says the shape of the inputs.
    case noInputShape
    case duplicateName(String)
    /// `input_shape` says another shape than the layer before gives.
    case inputShapeDiffers(declared: Shape, here: Shape)
    case shape(ShapeError)
    /// A layer hands whole images on out of training, and windows of another size in it.
    case cropsInTraining(layer: String)
    /// A layer is to learn from data ahead of training, which only programs have it do.
    case unknownBoundaries(layer: String)
  }

  /// The index of the declaration at fault, input layers counted; nil where it is all of them.
  public let layerIndex: Int?
  /// The author's name for the layer, where one was given.
  public let layerName: String?
  /// What is wrong with the declaration, or with all of them.
  public let problem: Problem

  init(layerIndex: Int?, layerName: String?, problem: Problem) {
    self.layerIndex = layerIndex
    self.layerName = layerName
    self.problem = problem
  }
}

extension ModelError: CustomStringConvertible {
  /// The facts as one English sentence without a full stop.
  public var description: String {
    let place = layerIndex.map { "layer \($0 + 1): " } ?? ""
    return place + text
  }

  private var text: String {
    switch problem {
    case .noLayers: "a model needs at least one layer"
    case .noInputShape: "nothing says the shape of the model's input; give input_shape"
    case .duplicateName(let name): "there is a layer named '\(name)' already"
    case .inputShapeDiffers(let declared, let here):
      "input_shape is \(declared), but the input here is \(here)"
    case .shape(let error): error.description
    case .cropsInTraining(let layer):
      "\(layer) hands whole images on out of training, which are no windows of its size"
    case .unknownBoundaries(let layer):
      "\(layer) learns its boundaries by adapt(), which only programs call"
    }
  }
}
