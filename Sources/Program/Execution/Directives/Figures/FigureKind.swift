/// One kind of figure: the options that it reads, and how it becomes a task.
///
/// To add one, write a file in `Directives/Figures/` and list the type in `FigureCatalog`.
protocol FigureKind: Sendable {
  /// What `kind` says.
  static var name: String { get }
  /// Its own options; kinds may share some.
  static var options: [OptionSpec] { get }
  /// Checks the directive and makes its task; nil where an error was reported.
  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)?
}
