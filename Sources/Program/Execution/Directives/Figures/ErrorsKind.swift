/// The most confident mistakes of a model.
enum ErrorsKind: FigureKind {
  static let name = "errors"
  static let options = [OptionSpec.model, .data, .count]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let count = planner.reader.int("count", in: 1...100)?.value ?? 12
    guard let (model, data) = planner.classifier() else { return nil }
    return PredictTask(
      modelID: model.id, data: data, choice: .worst(count), name: name, showsTable: false)
  }
}
