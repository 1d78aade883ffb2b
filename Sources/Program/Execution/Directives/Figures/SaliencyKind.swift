internal import Networks
internal import RunRecords
internal import Tensors
internal import Words

/// How much the score of a class hangs on each pixel.
enum SaliencyKind: FigureKind {
  static let name = "saliency"
  static let options = ScoreQuestion.options

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    ScoreQuestion(&planner).map(SaliencyTask.init)
  }
}

/// The work of ``SaliencyKind``.
struct SaliencyTask: DirectiveTask {
  var question: ScoreQuestion

  func keyParts(in session: Session) -> [String] {
    [SaliencyKind.name] + question.keyParts(in: session)
  }

  var keepsOutputs: Bool { true }

  func dataIDs(in session: Session) -> [String] { [question.data.id] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let figure = ScoreFigure(question, session)
    let slope = figure.inspection.gradient(of: figure.label, by: nil)
    let map = Self.map(slope, session.data(question.data.id).pictureShape)
    let (shades, words) = (Shades(from: map.values), session.words)
    return [
      .figure(
        figure.output(
          SaliencyKind.name, [map.picture(shades, caption: "|∂y/∂x|")],
          alt: words.saliencyAlt(figure.className, question.image),
          caption: words.saliencyCaption(figure.className, largest: shades.high)))
    ]
  }

  /// The largest amount of a pixel's channels.
  private static func map(_ slope: Tensor, _ shape: Shape) -> Map {
    let channels = shape[2]
    let values = (0..<shape[0] * shape[1]).map { pixel in
      (0..<channels).reduce(Float(0)) { max($0, abs(slope.values[pixel * channels + $1])) }
    }
    return Map(height: shape[0], width: shape[1], values: values)
  }
}
