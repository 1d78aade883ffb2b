internal import Diagnostics
internal import Networks
internal import Notebooks
internal import RunRecords
internal import Tensors
internal import Words

/// What a layer makes of an image: a picture of each map, or a bar for each unit.
enum ActivationsKind: FigureKind {
  static let name = "activations"
  static let options = [OptionSpec.model, .data, .layer, .image, .count]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let found = (planner.model(), planner.data(part: .test))
    let count = planner.reader.int("count", in: 1...100)?.value ?? 32
    guard case (.found(let model), .found(let data)) = found else { return nil }
    planner.checkInput(model, data)
    let layer =
      planner.directive.option("layer") == nil
      ? planner.convolution(of: model, usual: \.first) : planner.layer(of: model)?.value
    guard let layer, let image = planner.image(of: data) else { return nil }
    let placed = model.facts.model.layers[layer]
    let shape = placed.outputShape.extents
    if shape.count > 1 { planner.checkExtent(shape[0], shape[1], of: placed) }
    planner.checkMemory(model, batch: 1, isTraining: false)
    return ActivationsTask(
      modelID: model.id, data: data, layer: layer, image: image, count: count)
  }
}

/// The work of ``ActivationsKind``.
struct ActivationsTask: DirectiveTask {
  var modelID: String
  var data: DataReference
  /// The layer's place in the model.
  var layer: Int
  var image: Int
  /// The most maps that are shown.
  var count: Int

  func keyParts(in session: Session) -> [String] {
    [
      ActivationsKind.name, session.model(modelID).key, session.data(data.id).key,
      "\(data.split)", "\(layer)", "\(image)", "\(count)",
    ]
  }

  var keepsOutputs: Bool { true }

  func dataIDs(in session: Session) -> [String] { [data.id] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let state = session.model(modelID)
    let output = session.inspection(of: modelID, data, image: image).outputs[layer]
    let name = state.model.layers[layer].name
    let shape = Array(output.shape.extents.dropFirst())
    let words = session.words
    guard shape.count == 2 || shape.count == 3 else {
      let isLast = layer == state.model.layers.count - 1
      let chart = units(output.values, name, words, isLast ? data.facts.classNames : [])
      let figure = Figure(panels: [.init(.chart(chart))])
      return [.figure(figureOutput(figure, words.unitsAlt(output.values.count, name, image)))]
    }
    let maps = shape.count == 3 ? shape[2] : 1
    let (shown, shades) = (min(count, maps), Shades(of: output.values))
    let panels = (0..<shown).map { channel in
      let values = stride(from: channel, to: output.values.count, by: maps).map {
        output.values[$0]
      }
      return Map(height: shape[0], width: shape[1], values: values)
        .picture(shades, caption: maps > 1 ? "\(channel)" : nil)
    }
    let label = session.className(of: image, data)
    let picture = session.data(data.id).picture(image, of: data.split, caption: label)
    let figure = Figure(panels: [picture] + panels, columns: min(8, shown + 1))
    return [
      .figure(
        figureOutput(
          figure, words.mapsAlt(shown, of: maps, name, image), words.shadesCaption(shades)))
    ]
  }

  private func figureOutput(
    _ figure: Figure, _ alt: String, _ caption: String? = nil
  ) -> FigureOutput {
    FigureOutput(name: ActivationsKind.name, figure: figure, alt: alt, caption: caption)
  }

  /// A bar for each number, a line where they are too many.
  ///
  /// - Parameter names: those of the units where there are as many.
  private func units(
    _ values: [Float], _ name: String, _ words: OutputWords, _ names: [String]
  ) -> Figure.Chart {
    let areClasses = values.count == names.count
    let series = Figure.Series(
      label: name, style: values.count > 64 ? .line : .bars,
      x: values.indices.map(Double.init), y: values.map(Double.init))
    return Figure.Chart(
      xLabel: areClasses ? words.classWord : words.unit, yLabel: name, series: [series],
      xNames: areClasses ? names : nil)
  }
}
