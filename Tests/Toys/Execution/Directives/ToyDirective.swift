// toy: a directive | DirectiveCatalog.swift | ToyDirective.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
internal import Diagnostics
internal import Notebooks

/// `.toy`: nothing.
enum ToyDirective: DirectiveKind {
  static let name = "toy"
  static let purpose = Message("nothing", pt: "nada")
  static let options: [OptionSpec] = []

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    planner.define(.other, publishing: PublishedValues())
    return ToyTask()
  }
}

/// The work of `.toy`.
struct ToyTask: DirectiveTask {
  func keyParts(in session: Session) -> [String] { [] }
  func write(to program: inout KerasProgram) {}
  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs { [] }
}
