internal import Datasets
internal import Diagnostics
internal import Networks
internal import RunRecords
internal import Tensors

/// An image and the class whose score a figure explains.
struct ScoreQuestion: Sendable {
  var modelID: String
  var data: DataReference
  var image: Int
  /// Nil for the class that is predicted.
  var label: Int?

  /// What an answer depends on.
  func keyParts(in session: Session) -> [String] {
    [
      session.model(modelID).key, session.data(data.id).key, "\(data.split)", "\(image)",
      label.map(String.init) ?? "predicted",
    ]
  }
}

extension ScoreQuestion {
  static let options = [OptionSpec.model, .data, .image, .label]

  /// The question that a directive asks; nil where an error was reported.
  init?(_ planner: inout TaskPlanner) {
    guard let (model, data) = planner.classifier() else { return nil }
    let label = planner.label(model, data)
    guard let image = planner.image(of: data) else { return nil }
    planner.checkMemory(model, batch: 1, isTraining: false)
    planner.checkSlope(model)
    guard !planner.hasErrors else { return nil }
    self.init(modelID: model.id, data: data, image: image, label: label)
  }
}

extension TaskPlanner {
  /// Refuses models whose input is looked up: there is no slope by what only names a row.
  fileprivate mutating func checkSlope(_ model: ModelReference) {
    guard let layer = model.facts.model.layers.first(where: { $0.typeName == "Embedding" }) else {
      return
    }
    report(
      Diagnostic(
        code: "no-slope", at: place(of: "model"),
        Message(
          "the score has no gradient by what '\(layer.name)' takes: Embedding looks its input up",
          pt:
            "a pontuação não tem gradiente em relação ao que '\(layer.name)' recebe: Embedding consulta uma tabela"
        )))
  }
}

/// What is known of an image before its score is explained.
struct ScoreFigure {
  let question: ScoreQuestion
  let inspection: Inspection
  /// The class whose score is explained.
  let label: Int
  let className: String
  /// The image with its prediction.
  let picture: Figure.Panel

  init(_ question: ScoreQuestion, _ session: Session) {
    let (data, image) = (question.data, question.image)
    self.question = question
    inspection = session.inspection(of: question.modelID, data, image: image)
    let truth = Int(session.data(data.id).split(data.split).labels[image])
    let names = data.facts.classNames
    let predictions = Predictions(
      classNames: names, truths: [truth], outputs: inspection.outputs.last?.values ?? [])
    let guess = predictions.guesses[0]
    label = question.label ?? guess
    className = names[label]
    let caption = session.words.prediction(
      names[guess], probability: predictions.confidences[0], truth: names[truth])
    picture = session.data(data.id).picture(image, of: data.split, caption: caption)
  }

  /// The image with a map beside it.
  func output(
    _ name: String, _ panels: [Figure.Panel], alt: String, caption: String
  ) -> FigureOutput {
    FigureOutput(
      name: name, figure: Figure(panels: [picture] + panels, columns: panels.count + 1), alt: alt,
      caption: caption)
  }
}
