internal import Diagnostics
internal import Notebooks

/// One class of directive: how it is written, and how it becomes a task.
///
/// To add one, write a file in `Directives/` and list the type in `DirectiveCatalog`.
protocol DirectiveKind: Sendable {
  /// The class without its point.
  static var name: String { get }
  static var body: DirectiveSyntax.Body { get }
  static var purpose: Message { get }
  /// Its own options; every directive has the common ones besides.
  static var options: [OptionSpec] { get }
  /// Checks a directive and makes its task; nil where an error was reported.
  ///
  /// Whatever the directive defines is defined in `planner.context`, so that later ones find it.
  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)?
}

extension DirectiveKind {
  static var body: DirectiveSyntax.Body { .yaml }
}
