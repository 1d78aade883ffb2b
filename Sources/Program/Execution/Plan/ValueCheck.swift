internal import Diagnostics

/// Checks the name of a number against what directives publish.
enum ValueCheck {
  /// What is wrong with a path, or nil.
  static func finding(
    _ path: ValuePath, at range: Range<Int>, _ context: PlanContext
  ) -> Diagnostic? {
    switch context.symbols[path.id] {
    case .unusable: return nil
    case nil: return unknownDirective(path.id, at: range, context)
    default: break
    }
    let values = context.published[path.id] ?? PublishedValues()
    if let length = values.series[path.name] {
      guard let row = path.row, row > length else { return nil }
      return noSuchRow(path, length, at: range)
    }
    if values.scalars.contains(path.name) {
      return path.row.map { noRows(path, $0, at: range) }
    }
    let cell = context.cell(of: path.name, insteadOf: path.id)
    return unknownValue(path, values, at: range, cell: cell)
  }

  private static func unknownDirective(
    _ id: String, at range: Range<Int>, _ context: PlanContext
  ) -> Diagnostic {
    let names = context.usableNames
    let hyphenated = names.first { $0.contains("-") && $0.hasPrefix(id) }
    let rename = hyphenated.map {
      Message(
        "a name with a hyphen such as '\($0)' can't stand in an expression",
        pt: "um nome com hífen, como '\($0)', não pode ficar numa expressão")
    }
    return Diagnostic(
      code: "unknown-name", at: range,
      Message("there is no directive '\(id)'", pt: "não há bloco '\(id)'"),
      hint: nearest(to: id, among: names).map(OptionReader.didYouMean) ?? rename
        ?? OptionReader.choices(names))
  }

  private static func unknownValue(
    _ path: ValuePath, _ values: PublishedValues, at range: Range<Int>, cell: String?
  ) -> Diagnostic {
    let other = cell.map {
      Message(
        "'\(path.name)' is a variable of '\($0)': write \($0).\(path.name)",
        pt: "'\(path.name)' é uma variável de '\($0)': escreva \($0).\(path.name)")
    }
    return Diagnostic(
      code: "unknown-value", at: range,
      Message(
        "'\(path.id)' publishes no number '\(path.name)'",
        pt: "'\(path.id)' não publica o número '\(path.name)'"),
      hint: other ?? nearest(to: path.name, among: values.names).map(OptionReader.didYouMean)
        ?? OptionReader.choices(values.names))
  }

  private static func noRows(_ path: ValuePath, _ row: Int, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      code: "no-such-row", at: range,
      Message(
        "'\(path.id).\(path.name)' is one number, without rows",
        pt: "'\(path.id).\(path.name)' é um número só, sem linhas"),
      hint: Message("leave out [\(row)]", pt: "omita [\(row)]"))
  }

  private static func noSuchRow(
    _ path: ValuePath, _ length: Int, at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      code: "no-such-row", at: range,
      Message(
        "'\(path.id).\(path.name)' has \(length) rows, there is no row \(path.row ?? 0)",
        pt: "'\(path.id).\(path.name)' tem \(length) linhas, não há a linha \(path.row ?? 0)"))
  }
}
