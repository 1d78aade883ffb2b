// toy: a kind of figure | FigureCatalog.swift | ToyKind.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
internal import RunRecords

/// `kind: toy`: the data set's name.
enum ToyKind: FigureKind {
  static let name = "toy"
  static let options = [OptionSpec.data]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    guard case .found(let data) = planner.data(part: .train) else { return nil }
    return ToyFigureTask(name: data.id)
  }
}

/// The work of ``ToyKind``.
struct ToyFigureTask: DirectiveTask {
  var name: String

  func keyParts(in session: Session) -> [String] { [ToyKind.name, name] }
  func write(to program: inout KerasProgram) {}
  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    [.text(TextOutput(name: "toy", text: name))]
  }
}
