internal import Diagnostics
internal import Notebooks
internal import RunRecords

/// Learning curves of a fit or of several.
enum HistoryKind: FigureKind {
  static let name = "history"
  static let options = [
    OptionSpec.fits,
    OptionSpec(
      "metrics", Message("a list of names", pt: "uma lista de nomes"),
      Message("which curves", pt: "quais curvas")),
  ]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let names = planner.fits()
    guard !names.isEmpty, !planner.hasErrors else { return nil }
    let items = planner.reader.value("metrics").map(OptionReader.items)
    for item in items ?? [] { planner.checkCurve(item, of: names) }
    return HistoryFigureTask(fits: names, metrics: items?.map(\.text))
  }
}

extension TaskPlanner {
  /// The fits that `of` names; none where one is unknown or at fault.
  mutating func fits() -> [String] {
    let value = reader.value("of")
    guard let items = value.map(OptionReader.items), items.map(\.text) != [value?.text] else {
      let one = reader.fit("of", in: context)
      if case .found(let name) = one { return [name] }
      return []
    }
    let known = context.names(of: .fit)
    for item in items where context.symbols[item.text]?.kind != .fit {
      if case .unusable? = context.symbols[item.text] { return [] }
      report(
        Diagnostic(
          code: "unknown-name", at: item.range, ReferenceKind.fit.unknown(item.text),
          hint: nearest(to: item.text, among: known).map(OptionReader.didYouMean)
            ?? OptionReader.choices(known)))
    }
    return items.map(\.text)
  }

  /// The names of the curves that a fit will have.
  func curves(of fit: String) -> Set<String> {
    Set((context.published[fit] ?? PublishedValues()).series.keys)
  }

  /// Reports a metric that none of some fits gives.
  fileprivate mutating func checkCurve(_ item: OptionValue, of fits: [String]) {
    let known = Set(fits.flatMap(curves))
    guard !known.contains(item.text) else { return }
    report(
      Diagnostic(
        code: "unknown-value", at: item.range,
        Message("no fit gives '\(item.text)'", pt: "nenhum treino dá '\(item.text)'"),
        hint: OptionReader.choices(known.sorted())))
  }
}

/// The learning curves of fits that ran before.
struct HistoryFigureTask: DirectiveTask {
  var fits: [String]
  /// Nil for all.
  var metrics: [String]?
  /// The figure's name.
  var name = HistoryKind.name

  func keyParts(in session: Session) -> [String] {
    (name == HistoryKind.name ? [] : [name]) + fits + (metrics ?? ["all"])
      + fits.map { session.keys[$0] ?? "" }
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let runs = fits.compactMap { id in
      session.histories[id].map { (label: fits.count > 1 ? id : nil, history: $0) }
    }
    let figure = HistoryFigure(runs, metrics: metrics, words: session.words)
    return [.figure(figure.output(name: name))]
  }
}
