internal import Cells
internal import Diagnostics

/// Looks all cells through before anything runs.
enum CellCheck {
  /// What is missing in the modules, functions and objects that the cells use, each with its place.
  ///
  /// - Parameter parameters: names of variables that are there before the first cell.
  static func findings(_ cells: [CellSource], parameters: Set<String>) -> [Diagnostic] {
    guard !cells.isEmpty else { return [] }
    let machine = CellModules.catalog()
    defer { machine.end() }
    var check = ProgramCheck(machine, cells: cells.map(\.module), given: parameters)
    return cells.filter { !$0.mayFail }.flatMap { cell in
      check.findings(in: cell.module).map { finding in
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
