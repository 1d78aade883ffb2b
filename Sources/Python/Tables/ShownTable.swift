package import PythonRuntime
internal import Arrays

/// A frame as Jupyter shows it at the end of a cell: a table, long and wide ones cut.
package struct ShownTable: Sendable {
  /// One value, with its full precision.
  package enum Cell: Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
  }

  /// One column of the table as it is shown, with what stands for what was cut.
  package struct Column: Sendable {
    /// The column's label; empty for the rows' labels.
    package var heading: String
    /// How many digits behind the point numbers have; nil for texts and whole numbers.
    package var digits: Int?
    /// Whether all of its numbers are whole.
    package var isInteger: Bool
    /// One for each row that is shown.
    package var cells: [Cell]
  }

  /// The labels of the rows first.
  package var columns: [Column]
  /// How large the frame is, where not all of it is shown.
  package var note: String?

  /// Nil for what is no frame.
  package init?(_ value: Value, _ machine: Machine) throws(PyError) {
    let styler: StylerObject? = value.asObject()
    guard let frame = styler?.frame ?? value.asObject(FrameObject.self), frame.index.count > 0,
      frame.columnIndex.count > 0
    else { return nil }
    let (height, width) = (frame.index.count, frame.columnIndex.count)
    let options = TableOptions.of(machine)
    let (rows, gap) = options.shownRows(height)
    let (places, wideGap) = options.shownColumns(width)
    let labels = try frame.index.taking(rows).texts(machine)
    columns = [
      Column(
        heading: frame.columnName ?? "", digits: nil, isInteger: false, cells: labels.map(Cell.text)
      )
    ]
    for place in places {
      columns.append(
        try Self.column(
          frame.column(place).taking(rows, machine),
          try machine.str(frame.columnIndex[place]),
          digits: styler == nil ? nil : StylerObject.digits, machine))
    }
    if let wideGap {
      let dots = [Cell](repeating: .text("..."), count: rows.count)
      columns.insert(
        Column(heading: "...", digits: nil, isInteger: false, cells: dots), at: wideGap + 1)
    }
    if let gap {
      for place in columns.indices { columns[place].cells.insert(.text("..."), at: gap) }
    }
    note = gap != nil || width > 20 ? "\(height) rows × \(width) columns" : nil
  }

  private static func column(
    _ column: TableColumn, _ heading: String, digits: Int?, _ machine: Machine
  ) throws(PyError) -> Column {
    let texts = try TableText.texts(column, machine).map { $0.trimmingBlanks }
    if let array = column.numbers, array.dtype != .bool {
      if !array.dtype.isFloating {
        return Column(
          heading: heading, digits: nil, isInteger: true,
          cells: array.integers().map(Cell.integer))
      }
      let values = array.reals()
      // Powers of ten are shown as they are written.
      if digits != nil || !texts.contains(where: { $0.contains("e") }) {
        let shown = texts.map { $0.contains(".") ? $0.split(separator: ".")[1].count : 0 }.max()
        return Column(
          heading: heading, digits: digits ?? shown ?? 0, isInteger: false,
          cells: zip(values, texts).map { $0.isFinite ? .number($0) : .text($1) })
      }
    }
    return Column(heading: heading, digits: nil, isInteger: false, cells: texts.map(Cell.text))
  }
}

extension String {
  /// Without the blanks in front that fill a column up.
  fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }
}
