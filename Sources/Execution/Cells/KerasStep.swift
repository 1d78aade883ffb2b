internal import Cells
internal import Diagnostics
internal import RunRecords

/// The work of `.keras`: runs the cell after all that stand before it.
struct KerasStep: Step {
  let cell: CellSource
  let earlier: [CellSource]

  var keepsOutputs: Bool { true }

  func prepare(_ session: inout Session) throws(StepFailure) {
    for name in CellData.names(in: cell) where session.cellData[name] == nil {
      session.cellData[name] = session.datasetDigest(name)
    }
  }

  /// Raised where cells of earlier versions may have kept outputs that the cells alone don't give.
  private static let version = 2

  /// The cell's code, and the keys of all cells before it whose variables may reach it.
  func keyParts(in session: Session) -> [String] {
    let reached = CellReach.cells(reaching: cell, among: earlier)
    let data = CellData.names(in: cell).map { "\($0) \(session.cellData[$0] ?? "")" }
    let epochs = session.settings.maxEpochs.map(String.init) ?? "-"
    return ["cells \(Self.version)", cell.code, "max epochs \(epochs)"] + data
      + reached.map { "cell \(session.keys[$0.id] ?? $0.code)" }
  }

  func run(_ session: inout Session) throws(StepFailure) -> StepOutputs {
    let run = session.cellRun ?? CellRun(session)
    session.cellRun = run
    // Cells whose outputs came from the cache still have to set up what this one reads.
    for source in earlier { run.catchUp(source) }
    return try run.outputs(of: cell)
  }
}

/// Which cells may have changed what a cell sees.
enum CellReach {
  /// Earlier cells that share a variable with the cell, or with one that does, and so on: two names
  /// in one cell may from then on stand for the same object.
  static func cells(reaching cell: CellSource, among earlier: [CellSource]) -> [CellSource] {
    // What nobody binds anew, such as `print`, ties no cells together.
    let builtins = ProgramNames.builtins.subtracting((earlier + [cell]).flatMap(\.bound))
    var names = cell.names.subtracting(builtins)
    var reached: [Bool] = earlier.map { _ in false }
    var grows = true
    while grows {
      grows = false
      for (index, other) in earlier.enumerated() where !reached[index] {
        if names.contains("*") || other.names.contains("*")
          || !names.isDisjoint(with: other.names)
        {
          reached[index] = true
          names.formUnion(other.names.subtracting(builtins))
          grows = true
        }
      }
    }
    return zip(earlier, reached).filter(\.1).map(\.0)
  }
}

/// The data sets that a cell mentions.
enum CellData {
  static let known = ["mnist", "fashion_mnist", "cifar10"]

  static func names(in cell: CellSource) -> [String] {
    known.filter { name in
      cell.code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == name }
    }
  }
}
