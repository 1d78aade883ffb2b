internal import Diagnostics

extension TaskFailure {
  /// The code of an earlier cell's failure, which is none of the directive that runs.
  static let keptCell = "kept-cell-fails"

  /// That a cell fails whose outputs were kept.
  init(catchingUp cell: CellSource, _ error: TaskFailure) {
    self.init(
      error.cause, code: Self.keptCell,
      Message(
        "the cell '\(cell.id)', whose outputs were kept, fails now: "
          + "\(error.code): \(error.message.english)",
        pt: "a célula '\(cell.id)', cujas saídas estavam guardadas, agora falha: "
          + "\(error.code): \(error.message.portuguese)"),
      hint: error.hint
        ?? Message(
          "a run with --no-cache shows it in its place",
          pt: "uma execução com --no-cache mostra o erro no lugar"))
    place = error.place
    script = error.script
  }
}
