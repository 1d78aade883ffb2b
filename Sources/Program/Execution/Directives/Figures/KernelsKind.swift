internal import Networks
internal import RunRecords
internal import Tensors
internal import Words

/// The kernels of a convolution as small pictures.
enum KernelsKind: FigureKind {
  static let name = "kernels"
  static let options = [OptionSpec.model, .layer, .count]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let count = planner.reader.int("count", in: 1...100)?.value ?? 32
    guard case .found(let model) = planner.model() else { return nil }
    guard let place = planner.convolution(of: model, usual: \.first) else { return nil }
    let layer = model.facts.model.layers[place]
    let tiles = KernelTiles(layer)
    planner.checkExtent(tiles.height, tiles.width, of: layer)
    return KernelsTask(modelID: model.id, layer: place, count: count)
  }
}

/// The work of ``KernelsKind``.
struct KernelsTask: DirectiveTask {
  var modelID: String
  /// The layer's place in the model.
  var layer: Int
  var count: Int

  func keyParts(in session: Session) -> [String] {
    [KernelsKind.name, session.model(modelID).key, "\(layer)", "\(count)"]
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let (state, words) = (session.model(modelID), session.words)
    let place = state.model.layers[..<layer].reduce(0) { $0 + $1.weightSpecs.count }
    let kernel = state.weights.tensors[place]
    let (tiles, shades) = (KernelTiles(state.model.layers[layer]), Shades(around: kernel.values))
    let shown = min(count, tiles.filters)
    let panels = (0..<shown).map { filter in
      Figure.Panel(.picture(tiles.picture(filter, of: kernel, shades)))
    }
    let name = state.model.layers[layer].name
    return [
      .figure(
        FigureOutput(
          name: KernelsKind.name, figure: Figure(panels: panels, columns: min(8, shown)),
          alt: words.kernelsAlt(shown, of: tiles.filters, name),
          caption: words.kernelsCaption(largest: shades.high)))
    ]
  }
}

/// How the numbers of a filter lie in its picture: those of each channel side by side, or the three of a colour picture in
/// one another.
struct KernelTiles {
  private let extents: [Int]
  private let axes: KernelAxes
  private let channels: Int
  private let isColored: Bool
  let filters: Int

  /// - Precondition: the layer is a convolution of images.
  init(_ layer: ModelLayer) {
    guard let axes = layer.kernelAxes, let kernel = layer.usedSpecs.first else {
      preconditionFailure("KernelTiles: \(layer.name) is no convolution")
    }
    (self.axes, extents) = (axes, kernel.shape.extents)
    (filters, channels) = axes.counts(extents)
    isColored = channels == 3 && layer.inputs == [-1]
  }

  /// How many kernels stand in a row.
  private var columns: Int {
    if isColored { return 1 }
    return (1...max(channels, 1)).first { $0 * $0 >= channels } ?? 1
  }
  private var rows: Int { isColored ? 1 : (channels + columns - 1) / columns }

  /// A row of pixels parts neighbors.
  var height: Int { rows * (extents[0] + 1) - 1 }
  var width: Int { columns * (extents[1] + 1) - 1 }

  func picture(_ filter: Int, of kernel: Tensor, _ shades: Shades) -> Figure.Picture {
    let depth = isColored ? 3 : 1
    var pixels = [UInt8](repeating: 0, count: height * width * depth)
    for channel in 0..<channels {
      let corner =
        isColored
        ? 0 : channel / columns * (extents[0] + 1) * width + channel % columns * (extents[1] + 1)
      for place in 0..<extents[0] * extents[1] {
        let start = place * extents[2] * extents[3]
        let offset = axes.offset(filter: filter, channel: channel, extents)
        let pixel = corner + place / extents[1] * width + place % extents[1]
        pixels[pixel * depth + (isColored ? channel : 0)] =
          shades.byte(kernel.values[start + offset])
      }
    }
    return Figure.Picture(
      width: width, height: height, channels: depth, pixels: pixels, caption: "\(filter)")
  }
}
