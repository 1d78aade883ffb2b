internal import RunRecords

/// The first examples of a data set.
enum SamplesKind: FigureKind {
  static let name = "samples"
  static let options = [OptionSpec.data, .count]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let count = planner.reader.int("count", in: 1...100)?.value ?? 10
    guard case .found(let data) = planner.data(part: .train) else { return nil }
    return SampleFigureTask(data: data, count: count)
  }
}

/// The work of ``SamplesKind``.
struct SampleFigureTask: DirectiveTask {
  var data: DataReference
  var count: Int

  func keyParts(in session: Session) -> [String] {
    [session.data(data.id).key, "\(data.split)", "\(count)"]
  }

  var keepsOutputs: Bool { true }

  func dataIDs(in session: Session) -> [String] { [data.id] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let figure = SampleFigure(
      prepared: session.data(data.id), split: data.split, count: count, words: session.words)
    return [.figure(figure.output())]
  }
}
