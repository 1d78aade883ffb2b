extension MarkdownWriter {
  /// The id of a cell that needs no telling: a directive's name, or one that counts.
  static func usualID(_ cell: JupyterCell, _ number: Int) -> String {
    DirectiveMagic(cell.source)?.name ?? defaultID(number)
  }

  /// Gives each cell its usual id, or one that counts where another has that.
  static func giveUsualIDs(_ cells: inout [JupyterCell]) {
    var taken: Set<String> = []
    for index in cells.indices {
      let usual = usualID(cells[index], index)
      cells[index].id = taken.insert(usual).inserted ? usual : defaultID(index)
    }
  }

  /// The id of a cell that has none of its own.
  static func defaultID(_ number: Int) -> String { "cell-\(number + 1)" }
}
