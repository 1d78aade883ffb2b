internal import PythonRuntime
internal import Diagnostics

/// Looks all cells through before anything runs.
enum CellCheck {
  /// What is missing in the modules, functions and objects that the cells use, each with its place.
  ///
  /// - Parameters:
  ///   - parameters: names of variables that are there before the first cell.
  ///   - isScript: whether the cells are a Python script's, which has no names of Jupyter's.
  ///   - leavesRaised: whether what Python itself raises, where it comes to that place, isn't told.
  static func findings(
    _ cells: [CellSource], parameters: Set<String>, isScript: Bool, leavesRaised: Bool
  ) -> [Diagnostic] {
    guard !cells.isEmpty else { return [] }
    let machine = CellModules.catalog(isScript: isScript)
    defer { machine.end() }
    let history = isScript ? [] : CellHistory.names(in: cells)
    var check = ProgramCheck(
      machine, cells: cells.map(\.module), given: parameters.union(history))
    return cells.flatMap { cell -> [Diagnostic] in
      if cell.mayFail {
        check.skip(cell.module)
        return []
      }
      return check.findings(in: cell.module).filter { !leavesRaised || !$0.isPythons }.map {
        finding in
        Diagnostic(
          code: finding.code, at: cell.place(finding.range),
          Message(finding.english, pt: finding.portuguese),
          hint: finding.nearest.map {
            Message("did you mean '\($0)'?", pt: "você quis dizer '\($0)'?")
          })
      }
    }
  }
}
