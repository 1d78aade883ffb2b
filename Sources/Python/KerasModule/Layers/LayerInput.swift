internal import PythonRuntime
internal import Networks

/// What a layer or a model was called with.
struct LayerInput {
  let value: Value
  /// `training`; nil where the call doesn't say. As in Keras 3 it has no effect on symbolic tensors:
  /// what a model does with numbers later decides.
  let isTraining: Bool?
  /// `count_weights` of a `CategoryEncoding`; nil where the call doesn't have them.
  let countWeights: Value?

  /// - Parameter name: that of the class, for errors.
  init(_ arguments: Arguments, of name: String, _ machine: Machine) throws(PyError) {
    var value = arguments.positional.first
    var isTraining: Bool?
    var countWeights: Value?
    for keyword in arguments.keywords {
      if case .none = keyword.value { continue }
      switch keyword.name {
      case "training": isTraining = try machine.isTrue(keyword.value)
      case "inputs" where value == nil: value = keyword.value
      case "count_weights" where name == "CategoryEncoding": countWeights = keyword.value
      default:
        throw machine.error(
          "TypeError", "\(name).call() got an unexpected keyword argument '\(keyword.name)'")
      }
    }
    guard let value else {
      throw machine.error("TypeError", "\(name).__call__() missing 1 required argument")
    }
    (self.value, self.isTraining, self.countWeights) = (value, isTraining, countWeights)
  }

  /// Refuses texts, layers and lists of plain numbers, whose places Keras takes for arguments of their own.
  func checkNumbers(_ machine: Machine) throws(PyError) {
    var item = value
    while true {
      switch item {
      case .object(let list as ListObject) where !list.items.isEmpty: item = list.items[0]
      case .object(let tuple as TupleObject) where !tuple.items.isEmpty: item = tuple.items[0]
      case .int, .float, .bool, .string, .object(is LayerObject), .object(is ModelObject):
        throw machine.error(
          "ValueError",
          "Only input tensors may be passed as positional arguments. The following argument value should be passed as a keyword argument: \(try machine.str(item)) (of type \(machine.type(of: item).repr(machine)))"
        )
      default: return
      }
    }
  }

  /// Refuses `training=True` with numbers for layers that it changes: only `fit` trains.
  func check(_ layers: [LayerObject], _ machine: Machine) throws(PyError) {
    guard isTraining == true, layers.contains(where: \.isChangedByTraining) else { return }
    throw machine.error(
      "NotImplementedError", "a call with training=True is not supported by Caderno")
  }
}

extension LayerObject {
  /// Whether the layer does something else in training than in inference.
  var isChangedByTraining: Bool {
    guard case .engine(_, let layer) = content, !changesImages else { return false }
    return layer.isRandom || layer is BatchNormalization
  }

  /// Whether the layer changes images at random, which it does with numbers wherever a call doesn't say that it
  /// isn't training.
  var changesImages: Bool {
    guard case .engine(_, let layer) = content else { return false }
    return layer.isRandom && isImageLayer
  }

  /// The layer as one that takes windows of images in training and leaves them whole otherwise; nil for others.
  var crop: RandomCrop? {
    guard case .engine(_, let layer) = content else { return nil }
    return layer as? RandomCrop
  }

  /// Whether the layer prepares data, in lists as well.
  var isPreprocessing: Bool {
    LayerFacts.of(className)?.part.hasPrefix("preprocessing") ?? false
  }

  /// Whether the layer is one of those that prepare images.
  var isImageLayer: Bool {
    LayerFacts.of(className)?.part == "preprocessing.image_preprocessing"
  }
}
