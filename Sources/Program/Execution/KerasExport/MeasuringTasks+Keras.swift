internal import PythonSyntax
internal import RunRecords
internal import Words

extension EvaluateTask {
  func write(to program: inout KerasProgram) {
    let name = program.variable(program.id)
    let (x, y) = program.data(data)
    program.add(
      "\(name) = \(program.variable(modelID)).evaluate(\(x), \(y), batch_size=\(batchSize), "
        + "verbose=0, return_dict=True)")
    program.add("print(', '.join(key + ': ' + format(\(name)[key], '.4f') for key in \(name)))")
    let hasClasses = perClass
    program.publish { path in
      let value = "\(name)[\(PythonText.literal(path.name))]"
      let isSeries = hasClasses && Self.series.contains(path.name)
      return isSeries ? "\(value)[\((path.row ?? 0) - 1)]" : value
    }
    guard perClass || confusion else { return }
    let counts = program.tally(modelID, data)
    if perClass { addClasses(counts, name, &program) }
    if confusion {
      program.add(program.call(.showConfusion, [counts, program.classNames(data)]))
    }
  }

  private static let series: Set<String> = ["examples", "precision", "recall"]

  private func addClasses(_ counts: String, _ name: String, _ program: inout KerasProgram) {
    program.add("\(name)['examples'] = \(counts).sum(axis=1)")
    for (series, axis) in [("precision", 0), ("recall", 1)] {
      program.add(
        "\(name)['\(series)'] = np.diag(\(counts)) / np.maximum(\(counts).sum(axis=\(axis)), 1)")
    }
    let words = program.words
    let headings = [words.classWord, words.examples, words.precision, words.recall]
    let cells = [
      program.className(of: "k", data), "str(\(name)['examples'][k])",
      "format(\(name)['precision'][k], '.4f')", "format(\(name)['recall'][k], '.4f')",
    ]
    let rows = "[\(PythonText.list(cells)) for k in range(\(data.facts.classNames.count))]"
    program.add(
      program.call(.showTable, [PythonText.list(headings.map(PythonText.literal)), rows]))
  }
}

extension ConfusionFigureTask {
  func write(to program: inout KerasProgram) {
    let counts = program.tally(modelID, data)
    program.add(program.call(.showConfusion, [counts, program.classNames(data)]))
  }
}

extension PredictTask {
  func write(to program: inout KerasProgram) {
    let found = program.predict(modelID, data)
    let chances = program.chances(modelID, scores: found.scores, guesses: found.guesses)
    let rows = program.variable("\(program.id)_rows")
    switch choice {
    case .indices(let numbers):
      program.add("\(rows) = \(PythonText.list(numbers.map(String.init)))")
    case .worst(let count):
      program.add("\(rows) = np.flatnonzero(\(found.guesses) != \(found.truths))")
      program.add(
        "\(rows) = \(rows)[np.argsort(-\(chances)[\(rows)], kind='stable')][:\(count)]")
    }
    let truth = program.className(of: "\(found.truths)[row]", data)
    let guess = program.className(of: "\(found.guesses)[row]", data)
    let captions =
      "[\(truth) + ' → ' + \(guess) + ' (' + format(100 * \(chances)[row], '.1f') + ' %)' "
      + "for row in \(rows)]"
    program.showImages(data, rows: "[\(rows)]", captions: captions)
  }
}

extension HistoryFigureTask {
  func write(to program: inout KerasProgram) {
    let entries = fits.map { id in
      let label = fits.count > 1 ? "\(id): " : ""
      return "\(PythonText.literal(label)): \(program.variable(id)).history"
    }
    let names = metrics.map { [PythonText.list($0.map(PythonText.literal))] } ?? []
    program.add(program.call(.showCurves, ["{\(entries.joined(separator: ", "))}"] + names))
  }
}

extension SampleFigureTask {
  func write(to program: inout KerasProgram) {
    program.showImages(data, rows: "[:\(count)]", captions: nil)
  }
}

extension TableTask {
  func write(to program: inout KerasProgram) {
    let name = program.variable(program.id)
    program.add("\(name) = [")
    for row in rows {
      let cells = row.cells.map { program.text($0) }
      // Python ends a comment at a carriage return too.
      let label = row.label.split(whereSeparator: \.isNewline).joined(separator: " ")
      program.add("    \(PythonText.list(cells)),  # \(label)")
    }
    program.add("]")
    let lines = rows.enumerated().map { index, row in
      let cells = formats.enumerated().map { column, format in
        format.python("\(name)[\(index)][\(column)]")
      }
      return PythonText.list([PythonText.literal(row.label)] + cells)
    }
    let headings = PythonText.list(headings.map(PythonText.literal))
    program.add(
      program.call(.showTable, [headings, "[\n    \(lines.joined(separator: ",\n    "))]"]))
    let keys = keys
    program.publish { path in
      "\(name)[\((path.row ?? 0) - 1)][\(keys.firstIndex(of: path.name) ?? 0)]"
    }
  }
}

extension ValueTask {
  func write(to program: inout KerasProgram) {
    let name = program.variable(program.id)
    program.add("\(name) = \(program.text(expression))")
    let label = self.label == "value" ? "" : "\(PythonText.literal("\(self.label):")), "
    program.add("print(\(label)\(format.python(name)))")
    program.publish { _ in name }
  }
}

extension KerasTask {
  func write(to program: inout KerasProgram) {
    for line in cell.text.split(separator: "\n", omittingEmptySubsequences: false) {
      program.add(String(line))
    }
  }
}

extension NumberFormat {
  /// An expression for the text of a number.
  fileprivate func python(_ number: String) -> String {
    switch self {
    case .text: "str(\(number))"
    case .integer: "format(\(number), '.0f')"
    case .fixed(let digits), .plain(let digits): "format(\(number), '.\(digits)f')"
    case .percent(let digits): "format(100 * \(number), '.\(digits)f') + ' %'"
    }
  }
}

extension KerasProgram {
  /// An expression over numbers of earlier cells.
  fileprivate func text(_ expression: ValueExpression) -> String {
    switch expression {
    case .number(let value): Int(exactly: value).map { "\($0)" } ?? "\(value)"
    case .value(let path): self.expression(path)
    case .negative(let inner): "-(\(text(inner)))"
    case .operation(let operation, let left, let right):
      "(\(text(left)) \(operation.rawValue) \(text(right)))"
    case .function(let function, let arguments):
      "\(function.rawValue)(\(arguments.map { text($0) }.joined(separator: ", ")))"
    }
  }
}
