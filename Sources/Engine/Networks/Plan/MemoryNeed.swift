public import Kernels
internal import Tensors

/// What training or measuring a model takes, before any of it is there.
///
/// The numbers are those of the plan: weights and the optimizer's arrays, gradients of each chunk of a
/// batch, activations and their gradients for each thread. What layers without a step of their own make
/// on the way comes on top.
public struct MemoryNeed: Hashable, Sendable {
  /// Bytes in all.
  public let bytes: Int
  /// The layer that takes the most, and its bytes; nil for a model without layers.
  public let layer: String?
  /// The bytes of ``layer``; 0 for a model without layers.
  public let layerBytes: Int

  /// Whether one run may hold so much.
  public var isTooMuch: Bool { bytes > MemoryLimit.bytes }

  /// - Parameters:
  ///   - model: what is trained or measured.
  ///   - threads: how many chunks are carried at once.
  ///   - batch: images at once.
  ///   - optimizer: what trains the model; nil where it only measures.
  public init(
    _ model: Model, batch: Int, optimizer: (any Optimizer)?, threads: Int = ThreadPool.available
  ) {
    let batch = max(batch, 1)
    let chunks = BatchChunks.most(batch: batch)
    let images = BatchChunks.range(0, batch: batch).count
    let mixes = optimizer != nil && model.layers.contains { $0.layer is BatchNormalization }
    let lanes = mixes ? chunks : min(max(threads, 1), chunks)
    // The plan's weights, and those that go in and come out.
    let copies = 3 + (optimizer.map { 1 + 2 * $0.keptNames.count + chunks } ?? 0)
    let needs = model.layers.map { layer in
      let weights = layer.usedSpecs.reduce(0.0) { $0 + Double($1.shape.count) }
      let numbers = 2 * Double(layer.outputShape.count) * Double(images) * Double(lanes)
      return (layer.name, 4 * (weights * Double(copies) + numbers))
    }
    let input = 4 * Double(model.inputShape.count) * (Double(batch) + Double(images * lanes))
    bytes = Self.whole(needs.reduce(input) { $0 + $1.1 })
    let largest = needs.max { $0.1 < $1.1 }
    layer = largest?.0
    layerBytes = Self.whole(largest?.1 ?? 0)
  }

  /// The weights alone, once.
  public init(weightsOf model: Model) {
    let needs = model.layers.map { layer in
      (layer.name, layer.weightSpecs.reduce(0.0) { $0 + 4 * Double($1.shape.count) })
    }
    bytes = Self.whole(needs.reduce(0) { $0 + $1.1 })
    let largest = needs.max { $0.1 < $1.1 }
    layer = largest?.0
    layerBytes = Self.whole(largest?.1 ?? 0)
  }

  private static func whole(_ bytes: Double) -> Int {
    bytes < Double(Int.max / 2) ? Int(bytes) : Int.max / 2
  }
}

extension MemoryNeed: CustomStringConvertible {
  /// The facts as an English clause without a full stop.
  public var description: String {
    "takes about \(Self.text(bytes)), more than the limit of \(Self.text(MemoryLimit.bytes))"
      + (layer.map { "; its largest layer, '\($0)', takes \(Self.text(layerBytes))" } ?? "")
  }

  /// Bytes in GiB with one digit behind the point.
  public static func text(_ bytes: Int) -> String {
    let tenths = (bytes / (1 << 20) * 10 + 512) / 1024
    return "\(tenths / 10).\(tenths % 10) GiB"
  }
}
