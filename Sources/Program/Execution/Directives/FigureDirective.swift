internal import Diagnostics
internal import Notebooks

/// `.figure`: draws what earlier directives gave.
enum FigureDirective: DirectiveKind {
  static let name = "figure"
  static let purpose = Message("draws a figure", pt: "desenha uma figura")
  static let options = [kindOption] + kindsOptions

  private static let kinds = FigureCatalog.all.map { $0.name }

  private static let kindOption = OptionSpec(
    "kind",
    Message(
      kinds.dropLast().joined(separator: ", ") + " or " + kinds.suffix(1).joined(),
      pt: kinds.dropLast().joined(separator: ", ") + " ou " + kinds.suffix(1).joined()),
    Message("what to draw", pt: "o que desenhar"))

  /// Those of all kinds, each once.
  private static let kindsOptions = FigureCatalog.all.flatMap { $0.options }
    .reduce(into: [OptionSpec]()) { found, option in
      if !found.contains(where: { $0.name == option.name }) { found.append(option) }
    }

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    guard planner.directive.option("kind") != nil else {
      planner.reportMissingKind(of: kinds)
      return nil
    }
    let name = planner.reader.choice("kind", of: kinds)?.value
    guard let kind = FigureCatalog.all.first(where: { $0.name == name }) else { return nil }
    let task = kind.plan(&planner)
    guard !planner.hasErrors, let task else { return nil }
    planner.reportUnread(kind.name)
    planner.define(.other)
    return task
  }
}

extension TaskPlanner {
  fileprivate mutating func reportMissingKind(of kinds: [String]) {
    report(
      Diagnostic(
        code: "missing-option", at: directive.kindRange,
        Message("'.figure' needs the option 'kind'", pt: "'.figure' precisa da opção 'kind'"),
        hint: OptionReader.choices(kinds)))
  }

  /// Warns of options that other kinds of figures read.
  fileprivate mutating func reportUnread(_ kind: String) {
    let known = Set(FigureDirective.options.map(\.name)).subtracting(reader.asked)
    for option in directive.options where known.contains(option.name) {
      report(
        Diagnostic(
          .warning, code: "unused-option", at: option.nameRange,
          Message(
            "a figure of this kind, '\(kind)', does not use '\(option.name)' here",
            pt: "uma figura deste tipo, '\(kind)', não usa '\(option.name)' aqui")))
    }
  }
}
