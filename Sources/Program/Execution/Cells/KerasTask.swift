internal import Networks
internal import PythonRuntime
internal import Diagnostics
internal import Notebooks
internal import RunRecords

/// The work of `.keras`: runs the cell after all that stand before it.
struct KerasTask: DirectiveTask {
  let cell: CellSource

  var keepsOutputs: Bool { true }

  func prepare(_ session: inout Session) throws(TaskFailure) {
    session.scope.mentionedData = cell.mentionedData
    for name in session.scope.mentionedData where session.cellData[name] == nil {
      session.cellData[name] = session.datasetDigest(name)
    }
    session.cells.add(cell)
    session.cellCounts.append(session.count)
    session.noteModelsOfCell()
  }

  /// Raised where cells of earlier versions may have kept outputs that those of this one would not give.
  static let version = 4

  /// The version of the cells' keys when the arithmetic was of an older one.
  static func version(numerics: Int) -> Int { numerics < 3 ? 2 : version }

  /// The cell's code, and the keys of cells before it, which stand for all whose variables may reach it.
  func keyParts(in session: Session) -> [String] {
    let data = cell.mentionedData.map { "\($0) \(session.cellData[$0] ?? "")" }
    let epochs = session.settings.maxEpochs.map(String.init) ?? "-"
    return ["cells \(session.cellsVersion)", cell.code, "max epochs \(epochs)"] + data
      + parameters(in: session)
      + session.cells.links.map { "cell \(session.keys[$0] ?? "")" }
      + (session.directiveModels.map { ["models \($0)"] } ?? [])
      + (cell.readsHistory ? ["counts \(session.cellCounts)"] : [])
  }

  /// The parameters that the cell may read.
  private func parameters(in session: Session) -> [String] {
    let names = cell.names.contains("*") ? Set(session.parameters.keys) : cell.names
    return names.sorted().compactMap { name in
      session.parameters[name].map { "parameter \(name) \($0.kind)" }
    }
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let run = session.cellRun ?? CellInterpreter(session)
    session.cellRun = run
    // Cells whose outputs came from the cache still have to set up what this one reads.
    for source in session.cells.earlier(from: run.count) {
      try run.catchUp(
        source, count: session.cellCounts[run.count], models: session.cellModels[run.count])
    }
    // What can't reach this cell doesn't matter to it.
    if let failed = run.failures.first(where: { session.cells.reachesLast($0.cell) }) {
      throw failed.failure
    }
    defer {
      session.scope.dataSets = run.dataSets
      session.scope.models = run.models
    }
    let outputs = try run.outputs(
      of: cell, count: session.count, models: session.cellModels[run.count])
    session.scope.displays = session.journal.shown.displays
    session.scope.numbers = run.numbers(named: cell.names)
    return outputs
  }
}
