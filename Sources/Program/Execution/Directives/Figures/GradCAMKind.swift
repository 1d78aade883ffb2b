internal import Networks
internal import RunRecords
internal import Tensors
internal import Words

/// Where a convolution sees what speaks for a class.
enum GradCAMKind: FigureKind {
  static let name = "gradcam"
  static let options = ScoreQuestion.options + [OptionSpec.layer]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    guard let question = ScoreQuestion(&planner), case .found(let model) = planner.model(),
      let layer = planner.convolution(of: model, usual: \.last)
    else { return nil }
    return GradCAMTask(question: question, layer: layer)
  }
}

/// The work of ``GradCAMKind``.
struct GradCAMTask: DirectiveTask {
  var question: ScoreQuestion
  /// The convolution's place in the model.
  var layer: Int

  func keyParts(in session: Session) -> [String] {
    [GradCAMKind.name, "\(layer)"] + question.keyParts(in: session)
  }

  var keepsOutputs: Bool { true }

  func dataIDs(in session: Session) -> [String] { [question.data.id] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let figure = ScoreFigure(question, session)
    let (prepared, words) = (session.data(question.data.id), session.words)
    let found = figure.inspection.classMap(of: figure.label, at: layer)
    let map = Map(height: found.shape[1], width: found.shape[2], values: found.values)
    let shades = Shades(from: map.values)
    let size = prepared.pictureShape
    let name = session.model(question.modelID).model.layers[layer].name
    let large = map.resized(size[0], size[1])
    return [
      .figure(
        figure.output(
          GradCAMKind.name,
          [large.picture(shades, caption: name), Self.laid(large, shades, over: figure.picture)],
          alt: words.gradCAMAlt(figure.className, question.image, name),
          caption: words.gradCAMCaption(figure.className, name, largest: shades.high)))
    ]
  }

  /// The map in colour over the image: the whiter the map, the more orange.
  private static func laid(
    _ map: Map, _ shades: Shades, over panel: Figure.Panel
  ) -> Figure.Panel {
    guard case .picture(var picture) = panel.content else { return panel }
    let color: [Float] = [255, 110, 0]
    let channels = picture.channels
    picture.pixels = map.values.indices.flatMap { pixel in
      (0..<3).map { channel in
        let below = Float(picture.pixels[pixel * channels + (channels == 3 ? channel : 0)])
        let share = 0.7 * shades.share(map.values[pixel])
        return UInt8((below + (color[channel] - below) * share).rounded())
      }
    }
    (picture.channels, picture.caption) = (3, nil)
    return .init(.picture(picture))
  }
}
