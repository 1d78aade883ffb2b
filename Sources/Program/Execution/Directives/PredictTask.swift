internal import Datasets
internal import RunRecords
internal import Words

/// The work of `.predict`, and of figures that show mistakes.
struct PredictTask: DirectiveTask {
  /// Which examples are shown.
  enum Choice: Sendable {
    case indices([Int])
    case worst(Int)
  }

  var modelID: String
  var data: DataReference
  var choice: Choice
  /// The figure's name.
  var name: String
  /// Whether a table of the numbers goes with the pictures.
  var showsTable = true

  func keyParts(in session: Session) -> [String] {
    [
      session.model(modelID).key, session.data(data.id).key, "\(data.split)", "\(choice)",
      "table \(showsTable)",
    ]
  }

  var keepsOutputs: Bool { true }

  func dataIDs(in session: Session) -> [String] { [data.id] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let predictions = try Predictor(session, modelID: modelID, data: data).predict()
    let rows =
      switch choice {
      case .indices(let rows): rows
      case .worst(let count): predictions.worst(count)
      }
    let figure = figure(rows, predictions, session)
    return showsTable
      ? [.figure(figure), .table(table(rows, predictions, session.words))] : [.figure(figure)]
  }

  private func figure(
    _ rows: [Int], _ predictions: Predictions, _ session: Session
  ) -> FigureOutput {
    let prepared = session.data(data.id)
    let names = predictions.classNames
    let panels = rows.map { row in
      let (truth, guess) = (predictions.truths[row], predictions.guesses[row])
      let caption = session.words.prediction(
        names[guess], probability: predictions.probability(row, of: guess), truth: names[truth])
      return prepared.picture(row, of: data.split, caption: caption, isMarked: truth != guess)
    }
    let wrong = rows.count { predictions.truths[$0] != predictions.guesses[$0] }
    return FigureOutput(
      name: name, figure: Figure(panels: panels, columns: min(6, max(1, panels.count))),
      alt: session.words.predictionsAlt(rows.count, wrong: wrong))
  }

  private func table(
    _ rows: [Int], _ predictions: Predictions, _ words: OutputWords
  ) -> TableOutput {
    TableOutput(
      name: "predictions",
      columns: [
        .init("index", heading: words.index, format: .integer(grouped: false)),
        .init("true", heading: words.trueClass), .init("predicted", heading: words.predictedClass),
        .init("probability", heading: words.probability, format: .fixed(digits: 4)),
      ],
      rows: rows.map { row in
        let (truth, guess) = (predictions.truths[row], predictions.guesses[row])
        return [
          .integer(row), .text(predictions.classNames[truth]), .text(predictions.classNames[guess]),
          .number(predictions.probability(row, of: guess)),
        ]
      })
  }
}
