internal import RunRecords
internal import Words

/// What a tally of predictions looks like: a table with a row for each class, a heat map.
struct TallyReport {
  let tally: PredictionTally
  let words: OutputWords

  var table: TableOutput {
    TableOutput(
      name: "classes",
      columns: [
        .init("class", heading: words.classWord),
        .init("examples", heading: words.examples, format: .integer(grouped: true)),
        .init("precision", heading: words.precision, format: .fixed(digits: 4)),
        .init("recall", heading: words.recall, format: .fixed(digits: 4)),
      ],
      rows: tally.classNames.indices.map { index in
        [
          .text(tally.classNames[index]), .integer(tally.support(index)),
          cell(tally.precision(index)), cell(tally.recall(index)),
        ]
      })
  }

  var figure: FigureOutput {
    let matrix = Figure.Matrix(
      rowLabels: tally.classNames, columnLabels: tally.classNames, rowTitle: words.trueClass,
      columnTitle: words.predictedClass, values: tally.counts.map { $0.map(Double.init) })
    let worst = tally.worst.map {
      (truth: tally.classNames[$0.truth], guess: tally.classNames[$0.guess], count: $0.count)
    }
    return FigureOutput(
      name: "confusion", figure: Figure(panels: [.init(.matrix(matrix))]),
      alt: words.confusionAlt(right: tally.right, of: tally.total, worst: worst))
  }

  private func cell(_ value: Double?) -> TableOutput.Cell { value.map { .number($0) } ?? .missing }
}
