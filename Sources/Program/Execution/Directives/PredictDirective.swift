internal import Diagnostics
internal import Networks
internal import Notebooks
internal import RunRecords

/// `.predict`: shows what a model makes of some examples.
enum PredictDirective: DirectiveKind {
  static let name = "predict"
  static let purpose = Message(
    "predicts some examples", pt: "prevê alguns exemplos")
  static let options = [
    OptionSpec.model, .data,
    OptionSpec(
      "indices", Message("a list of whole numbers", pt: "uma lista de números inteiros"),
      Message("which examples, from 0", pt: "quais exemplos, a partir de 0")),
    OptionSpec(
      "worst", Message("a whole number", pt: "um número inteiro"),
      Message("as many of the most confident mistakes", pt: "tantos dos enganos mais convictos")),
  ]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let model = planner.model()
    let data = planner.data(part: .test)
    let indices = planner.reader.ints("indices", in: 0...Int.max)
    let worst = planner.reader.int("worst", in: 1...100)
    if indices != nil, let worst { planner.reportConflict(at: worst.range) }
    guard case .found(let model) = model, case .found(let data) = data else { return nil }
    planner.checkInput(model, data)
    planner.checkClasses(model, data)
    planner.checkIndices(indices, data)
    guard !planner.hasErrors else { return nil }
    let choice: PredictTask.Choice =
      indices.map { .indices($0.value) } ?? .worst(worst?.value ?? 12)
    planner.define(.other)
    return PredictTask(modelID: model.id, data: data, choice: choice, name: "predictions")
  }
}

extension TaskPlanner {
  fileprivate mutating func reportConflict(at range: Range<Int>) {
    report(
      Diagnostic(
        code: "conflicting-options", at: range,
        Message(
          "'indices' and 'worst' exclude each other", pt: "'indices' e 'worst' excluem um ao outro")
      ))
  }

  fileprivate mutating func checkIndices(_ indices: Located<[Int]>?, _ data: DataReference) {
    guard let indices else { return }
    let count = data.facts.counts[data.split]
    if indices.value.count > 100 {
      report(
        Diagnostic(
          code: "out-of-range", at: indices.range,
          Message(
            "at most 100 indices can be shown", pt: "no máximo 100 índices podem ser mostrados")
        ))
    }
    guard let tooLarge = indices.value.first(where: { $0 >= count }) else { return }
    reportNoExample(tooLarge, of: data, at: indices.range)
  }
}
