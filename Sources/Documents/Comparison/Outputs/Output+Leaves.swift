internal import RunRecords

extension Output {
  /// What kind of output it is, in a word.
  var kindName: String {
    switch self {
    case .text: "text"
    case .table: "table"
    case .metrics: "metrics"
    case .history: "history"
    case .figure: "figure"
    case .error: "error"
    }
  }

  /// The output with what `visit` gives for each leaf; the order is always the same.
  ///
  /// Cells of volatile columns are no leaves.
  func mapLeaves(_ visit: LeafVisit) -> Output {
    switch self {
    case .text(var output):
      output.text.visit(["text"], visit)
      output.shown?.visitLeaves(visit)
      return .text(output)
    case .table(var output):
      output.visitLeaves(visit)
      return .table(output)
    case .metrics(var output):
      for index in output.metrics.indices {
        let name = output.metrics[index].name
        output.metrics[index].value.visit([name], visit)
        output.metrics[index].label.visit([name, "label"], visit)
      }
      return .metrics(output)
    case .history(var output):
      output.visitLeaves(visit)
      return .history(output)
    case .figure(var output):
      output.visitLeaves(visit)
      return .figure(output)
    case .error(var output):
      output.code.visit(["code"], visit)
      (output.message, output.more) = (output.fullMessage, nil)
      output.message.visit(["message"], visit)
      return .error(output)
    }
  }

  /// All leaves with their places.
  var leaves: [(place: [String], leaf: Leaf)] {
    var leaves: [(place: [String], leaf: Leaf)] = []
    _ = mapLeaves { place, leaf in
      leaves.append((place, leaf))
      return leaf
    }
    return leaves
  }

  /// The output without what its leaves say and without volatile values: equal shapes are compared
  /// leaf by leaf.
  var shape: Output { mapLeaves { $1.blank }.withoutVolatileCells }

  /// The output with volatile cells left out.
  var withoutVolatileCells: Output {
    guard case .table(var table) = self else { return self }
    for (index, column) in table.columns.enumerated() where column.isVolatile {
      for row in table.rows.indices { table.rows[row][index] = .missing }
    }
    return .table(table)
  }
}

extension ShownForms {
  fileprivate mutating func visitLeaves(_ visit: LeafVisit) {
    for type in forms.keys.sorted() { forms[type]?.visit([type], visit) }
  }
}

extension HistoryOutput {
  fileprivate mutating func visitLeaves(_ visit: LeafVisit) {
    for row in rows.indices {
      for column in rows[row].indices {
        let name = column < metrics.count ? metrics[column] : "\(column + 1)"
        rows[row][column].visit(["epoch \(row + 1)", name], visit)
      }
    }
    weightsSHA256.visit(["weights"], visit)
  }
}
