package import PythonSyntax

/// Names of programs, for those who ask what may share a variable.
package enum ProgramNames {
  /// What every program has without binding it: `print`, `range`, …
  package static let builtins = Set(Builtins.all.keys)

  /// The global names that a cell binds.
  package static func bound(in module: Module) -> Set<String> {
    var survey = NameSurvey()
    survey.visit(module.body)
    return survey.bound.union(survey.globals)
  }
}
