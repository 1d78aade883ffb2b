internal import Diagnostics
internal import Notebooks

/// One metric of several fits on common axes.
enum CompareKind: FigureKind {
  static let name = "compare"
  static let options = [
    OptionSpec.fits,
    OptionSpec(
      "metric", Message("a metric's name", pt: "o nome de uma métrica"),
      Message(
        "which curve, and the one of validation with it; loss where left out",
        pt: "qual curva, e a da validação com ela; se omitida, loss")),
  ]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let names = planner.fits()
    guard !names.isEmpty, !planner.hasErrors else { return nil }
    planner.checkSeveral(names)
    let metric = planner.reader.string("metric")
    for name in names { planner.checkCurve(metric, of: name) }
    return HistoryFigureTask(fits: names, metrics: [metric?.value ?? "loss"], name: Self.name)
  }
}

extension TaskPlanner {
  fileprivate mutating func checkSeveral(_ fits: [String]) {
    guard Set(fits).count < 2 else { return }
    report(
      Diagnostic(
        code: "nothing-to-compare", at: place(of: "of"),
        Message("'of' needs two fits or more", pt: "'of' precisa de dois treinos ou mais"),
        hint: OptionReader.choices(context.names(of: .fit))))
  }

  fileprivate mutating func checkCurve(_ metric: Located<String>?, of fit: String) {
    let known = curves(of: fit)
    guard let metric, !known.contains(metric.value) else { return }
    report(
      Diagnostic(
        code: "unknown-value", at: metric.range,
        Message(
          "the fit '\(fit)' doesn't give '\(metric.value)'",
          pt: "o treino '\(fit)' não dá '\(metric.value)'"),
        hint: OptionReader.choices(known.sorted())))
  }
}
