internal import Memory
package import Tensors

/// Whether what a model is given has rows in the tables of its embeddings.
///
/// Looks at numbers that reach an embedding as they are; what other layers compute first is seen
/// when they have.
struct LookupCheck {
  /// One embedding that reads the model's inputs.
  private struct Lookup {
    let layer: String
    let rows: Int
    /// The places of a sample's inputs that it reads.
    let places: [Int]
  }

  private let lookups: [Lookup]
  private let isValidation: Bool
  private let parts: InputParts

  init(_ model: Model, isValidation: Bool) {
    self.isValidation = isValidation
    var moved: [Int: [Int]] = [:]
    var lookups: [Lookup] = []
    let isLooking = model.layers.contains { $0.layer is Embedding }
    for (index, layer) in model.layers.enumerated() where isLooking {
      guard layer.inputs.count == 1, let place = layer.inputs.first else { continue }
      let source = place < 0 ? Array(0..<model.inputShape.count) : moved[place]
      guard let source else { continue }
      if let embedding = layer.layer as? Embedding {
        let places = Set(source.filter { $0 >= 0 }).sorted()
        lookups.append(Lookup(layer: layer.name, rows: embedding.rows, places: places))
      }
      moved[index] = Self.sources(of: layer, source)
    }
    self.lookups = lookups
    parts = InputParts(model)
  }

  /// For each output of a layer that only moves numbers the place of the model's input that it is,
  /// -1 for a zero; nil for a layer that computes.
  private static func sources(of layer: ModelLayer, _ source: [Int]) -> [Int]? {
    switch layer.layer {
    case is any PassingLayer: source
    case let moving as any MovingLayer:
      moving.map(for: layer.inputShape).sources.map { $0 < 0 ? -1 : source[$0] }
    default: nil
    }
  }

  /// - Throws: ``TrainingError`` for the first number without a row.
  func check(_ data: Samples) throws(TrainingError) {
    for lookup in lookups {
      for sample in data.rows {
        for place in lookup.places {
          let id = data.input(place, of: sample)
          if Embedding.row(id, of: lookup.rows) != nil { continue }
          throw .idOutside(
            id: id, layer: lookup.layer, rows: lookup.rows,
            place: SamplePlace(sample, parts.position(of: place), isValidation: isValidation))
        }
      }
    }
  }
}

extension Embedding {
  /// Whether all numbers of a batch have rows in the table.
  ///
  /// - Parameter name: the layer's, for messages.
  /// - Throws: ``TrainingError`` for the first number without a row.
  public func check(_ batch: Tensor, name: String) throws(TrainingError) {
    for (place, id) in batch.values.enumerated() where Self.row(id, of: rows) == nil {
      let size = batch.shape.count / max(batch.shape[0], 1)
      let position = Shape(Array(batch.shape.extents.dropFirst())).position(of: place % size)
      throw .idOutside(
        id: id, layer: name, rows: rows,
        place: SamplePlace(place / size, position, isValidation: false))
    }
  }
}

extension Shape {
  /// The index along each axis of an element, counted in row-major order.
  fileprivate func position(of place: Int) -> [Int] {
    var (rest, position) = (place, [Int]())
    for extent in extents.reversed() {
      position.insert(rest % extent, at: 0)
      rest /= extent
    }
    return position
  }
}

/// The places of a sample's numbers along the axes of the input that they belong to.
private struct InputParts {
  private var parts: [(start: Int, shape: Shape)] = []

  init(_ model: Model) {
    parts = model.layers.compactMap { layer in
      (layer.layer as? Slice).map { ($0.start, $0.shape) }
    }
    parts.append((0, model.inputShape))
  }

  func position(of place: Int) -> [Int] {
    for (start, shape) in parts where (start..<start + shape.count).contains(place) {
      return shape.position(of: place - start)
    }
    return [place]
  }
}

extension Samples {
  /// One number of a sample as the model sees it.
  ///
  /// - Parameter sample: counts all samples in memory, not only those that are used.
  fileprivate func input(_ place: Int, of sample: Int) -> Float {
    let index = sample * inputShape.count + place
    return switch inputs {
    case .bytes(let bytes, let divisor): Float(bytes[index]) / divisor
    case .numbers(let numbers): numbers[index]
    case .source(let source): [Float](filling: 1) { source.read(index..<index + 1, into: $0) }[0]
    }
  }
}
