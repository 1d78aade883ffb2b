package import Tensors

/// A look inside of a model: what each layer makes of some inputs, and how a score hangs on it.
///
/// All of it is the plain computation in inference, layer by layer, for a few inputs at a time; training doesn't know of it.
package struct Inspection: Sendable {
  private let network: PlainNetwork
  private let inputs: Tensor
  /// What the score is read from: the layers' outputs with the last softmax or sigmoid left out.
  private let scored: [LayerOutput]
  private let skipped: Set<Int>
  /// What the layers give, in their order, batch first.
  package let outputs: [Tensor]

  /// Carries all of the samples through the model.
  package init(_ model: Model, _ weights: ModelWeights, _ samples: Samples) {
    var batch = Batch(capacity: samples.count, inputShape: model.inputShape)
    batch.read(Array(0..<samples.count)[...], of: samples)
    inputs = Tensor(Shape([samples.count] + model.inputShape.extents), batch.inputValues)
    var network = PlainNetwork(model, weights)
    let whole = network.forward(inputs, training: false)
    outputs = whole.map(\.output)
    let end = RememberedSums(model, at: model.layers.count - 1)
    skipped = end.map { $0.isAlone ? $0.skipped : [] } ?? []
    scored = skipped.isEmpty ? whole : network.forward(inputs, training: false, skipped: skipped)
    self.network = network
  }

  /// What the score of a class is made from: the model's outputs, before a softmax or sigmoid that ends it.
  package var scores: Tensor { scored.last?.output ?? inputs }

  /// The gradient of the score of a class by what a layer gives, in the shape of that.
  ///
  /// The score is the class' number in ``scores``; where a model has one output for two classes, the score of class 0
  /// is the number's negative.
  ///
  /// - Parameters:
  ///   - label: the number of the class.
  ///   - layer: the layer's place in the model; nil for the model's inputs.
  package func gradient(of label: Int, by layer: Int?) -> Tensor {
    let (images, width) = (inputs.shape[0], scores.shape.count / max(inputs.shape[0], 1))
    var slope = Tensor(zeros: scores.shape)
    for image in 0..<images {
      if width == 1 {
        slope.values[image] = label == 1 ? 1 : -1
      } else {
        slope.values[image * width + label] = 1
      }
    }
    return network.slope(
      by: layer ?? -1, slope, inputs: inputs, outputs: scored, skipped: skipped)
  }

  /// How far the places of a layer's maps speak for a class, `[inputs, height, width]`: Grad-CAM, each map weighted with
  /// the mean of the score's gradient by it, and what speaks against the class left out.
  ///
  /// - Parameters:
  ///   - label: the number of the class.
  ///   - layer: the place of a layer that gives maps, `[height, width, channels]`.
  package func classMap(of label: Int, at layer: Int) -> Tensor {
    let (maps, slope) = (outputs[layer], gradient(of: label, by: layer))
    let (images, channels) = (maps.shape[0], maps.shape[3])
    let places = maps.shape[1] * maps.shape[2]
    var result = Tensor(zeros: [images, maps.shape[1], maps.shape[2]])
    for image in 0..<images {
      var weights = [Float](repeating: 0, count: channels)
      for index in 0..<places * channels {
        weights[index % channels] += slope.values[image * places * channels + index]
      }
      for place in 0..<places {
        let start = (image * places + place) * channels
        let sum = (0..<channels).reduce(Float(0)) {
          $0 + maps.values[start + $1] * weights[$1] / Float(places)
        }
        result.values[image * places + place] = max(sum, 0)
      }
    }
    return result
  }
}
