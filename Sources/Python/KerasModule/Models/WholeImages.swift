internal import PythonRuntime
internal import Networks
internal import Tensors

/// Layers that take windows of images in training leave them whole otherwise, so that a model has other shapes then.
extension ModelObject {
  /// Whether a layer takes windows that are no whole images.
  var cutsImages: Bool {
    allLayers.contains { layer in
      layer.input.map { layer.cuts($0.tensorShape) } ?? false
    }
  }

  /// Refuses to validate in the middle of training, where images would have to stay whole.
  func checkValidation(_ machine: Machine) throws(PyError) {
    guard cutsImages else { return }
    throw machine.error(
      "NotImplementedError",
      "fit with validation data of a model with RandomCrop, which leaves images whole there, is not supported by Caderno"
    )
  }

  /// Refuses layers whose weights don't fit whole images, with Keras' words.
  ///
  /// - Parameters:
  ///   - layers: those of the program that the model's stand for.
  ///   - model: the engine's model of whole images.
  func checkWhole(
    _ layers: [LayerObject?], _ model: Model, _ machine: Machine
  ) throws(PyError) {
    for case (let layer?, let placed) in zip(layers, model.layers) {
      do throws(PyError) {
        try layer.check(
          placed.layer.weightSpecs(for: placed.inputShape), received: placed.inputShape.batched,
          machine)
      } catch {
        let text = error.summary(machine).dropFirst("ValueError: ".count)
        throw machine.error(
          "ValueError",
          "Exception encountered when calling \(className).call().\n\n\u{1B}[1m\(text)\u{1B}[0m")
      }
    }
  }
}

extension LayerObject {
  /// Whether the layer takes windows of images of a shape that aren't the whole images.
  func cuts(_ input: Shape) -> Bool {
    guard let crop, input.rank == 3 else { return false }
    return !crop.keeps(hasChannelsFirst(input) ? ChannelOrder.last(input) : input)
  }
}
