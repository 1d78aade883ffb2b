internal import Diagnostics
internal import Notebooks

/// `.figure`: draws what earlier directives gave.
enum FigureDirective: DirectiveKind {
  /// What can be drawn.
  enum Kind: String, CaseIterable { case history, samples, confusion, errors }

  static let name = "figure"
  static let purpose = Message("draws a figure", pt: "desenha uma figura")
  static let options = [
    OptionSpec(
      "kind",
      Message("history, samples, confusion or errors", pt: "history, samples, confusion ou errors"),
      Message("what to draw", pt: "o que desenhar")),
    OptionSpec(
      "of", Message("a fit or a list of fits", pt: "um treino ou uma lista de treinos"),
      Message("whose history", pt: "de quem é o histórico")),
    OptionSpec(
      "metrics", Message("a list of names", pt: "uma lista de nomes"),
      Message("which curves", pt: "quais curvas")),
    OptionSpec.model, .data, .count,
  ]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    guard planner.directive.option("kind") != nil else {
      planner.reportMissingKind()
      return nil
    }
    let kinds = Kind.allCases.map(\.rawValue)
    guard let kind = planner.reader.choice("kind", of: kinds).flatMap({ Kind(rawValue: $0.value) })
    else { return nil }
    let task: (any DirectiveTask)? =
      switch kind {
      case .history: planner.planHistory()
      case .samples: planner.planSamples()
      case .confusion: planner.planConfusion()
      case .errors: planner.planErrors()
      }
    if task != nil { planner.define(.other) }
    return task
  }
}

extension TaskPlanner {
  fileprivate mutating func reportMissingKind() {
    report(
      Diagnostic(
        code: "missing-option", at: directive.kindRange,
        Message("'.figure' needs the option 'kind'", pt: "'.figure' precisa da opção 'kind'"),
        hint: OptionReader.choices(FigureDirective.Kind.allCases.map(\.rawValue))))
  }

  fileprivate mutating func planHistory() -> (any DirectiveTask)? {
    let names = fits()
    guard !names.isEmpty, !hasErrors else { return nil }
    let known = names.flatMap { Array((context.published[$0] ?? PublishedValues()).series.keys) }
    var metrics: [String]?
    if let value = reader.value("metrics") {
      metrics = OptionReader.items(value).map(\.text)
      for item in OptionReader.items(value) where !known.contains(item.text) {
        report(
          Diagnostic(
            code: "unknown-value", at: item.range,
            Message("no fit gives '\(item.text)'", pt: "nenhum treino dá '\(item.text)'"),
            hint: OptionReader.choices(Set(known).sorted())))
      }
    }
    return hasErrors ? nil : HistoryFigureTask(fits: names, metrics: metrics)
  }

  private mutating func fits() -> [String] {
    guard case .list(let items)? = reader.value("of")?.kind else {
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

  fileprivate mutating func planSamples() -> (any DirectiveTask)? {
    let count = reader.int("count", in: 1...100)?.value ?? 10
    guard case .found(let data) = data(part: .train), !hasErrors else { return nil }
    return SampleFigureTask(data: data, count: count)
  }

  fileprivate mutating func planConfusion() -> (any DirectiveTask)? {
    guard let (model, data) = modelAndData() else { return nil }
    return ConfusionFigureTask(modelID: model.id, data: data)
  }

  fileprivate mutating func planErrors() -> (any DirectiveTask)? {
    let count = reader.int("count", in: 1...100)?.value ?? 12
    guard let (model, data) = modelAndData() else { return nil }
    return PredictTask(
      modelID: model.id, data: data, choice: .worst(count), name: "errors", showsTable: false)
  }

  private mutating func modelAndData() -> (ModelReference, DataReference)? {
    let found = (model(), data(part: .test))
    guard case (.found(let model), .found(let data)) = found else { return nil }
    checkInput(model, data)
    return hasErrors ? nil : (model, data)
  }
}
