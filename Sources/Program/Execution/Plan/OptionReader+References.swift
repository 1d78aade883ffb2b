internal import Diagnostics
internal import Notebooks

/// A name that may stand for something broken: then nothing more is reported.
enum Reference<Value: Sendable>: Sendable {
  case found(Value)
  /// Reported already, here or where the name was defined.
  case broken
}

extension OptionReader {
  /// The model that `model:` names, or the only one there is.
  mutating func model(_ option: String = "model", in context: PlanContext) -> Reference<
    ModelReference
  > {
    let models = context.names(of: .model)
    guard let name = name(option, what: .model, among: models, in: context) else { return .broken }
    switch context.symbols[name.value] {
    case .model(let facts): return .found(ModelReference(id: name.value, facts: facts))
    case .unusable: return .broken
    default:
      reportUnknownName(name, what: .model, among: models)
      return .broken
    }
  }

  /// The part of a data set that `data:` names; `part` where only the data set is named.
  mutating func data(
    _ option: String = "data", in context: PlanContext, part: SplitName
  ) -> Reference<DataReference> {
    let sets = context.names(of: .data)
    guard let written = name(option, what: .data, among: sets, in: context) else { return .broken }
    let pieces = written.value.split(separator: ".", maxSplits: 1).map(String.init)
    let name = Located(value: pieces.first ?? "", range: written.range)
    switch context.symbols[name.value] {
    case .data(let facts):
      let split = pieces.count > 1 ? SplitName(rawValue: pieces[1]) : part
      guard let split else {
        reportUnknownPart(pieces[1], of: name)
        return .broken
      }
      guard facts.counts[split] > 0 else {
        reportEmptyPart(split, of: name)
        return .broken
      }
      return .found(DataReference(id: name.value, split: split, facts: facts))
    case .unusable: return .broken
    default:
      reportUnknownName(name, what: .data, among: sets)
      return .broken
    }
  }

  /// The fit that an option names, or the only one there is.
  mutating func fit(_ option: String, in context: PlanContext) -> Reference<String> {
    let fits = context.names(of: .fit)
    guard let name = name(option, what: .fit, among: fits, in: context) else { return .broken }
    switch context.symbols[name.value] {
    case .unusable: return .broken
    case .fit: return .found(name.value)
    default:
      reportUnknownName(name, what: .fit, among: fits)
      return .broken
    }
  }

  /// The option's text, or the only candidate where the option is left out.
  private mutating func name(
    _ option: String, what: ReferenceKind, among names: [String], in context: PlanContext
  ) -> Located<String>? {
    if directive.option(option) != nil { return string(option) }
    if names.count == 1 { return Located(value: names[0], range: directive.kindRange) }
    if names.isEmpty, !context.names(of: .unusable).isEmpty { return nil }
    let kind = directive.kind
    report(
      Diagnostic(
        code: "missing-option", at: directive.kindRange,
        Message(
          "'.\(kind)' needs the option '\(option)'", pt: "'.\(kind)' precisa da opção '\(option)'"),
        hint: names.isEmpty ? what.nothingDefined : Self.choices(names)))
    return nil
  }

  private mutating func reportUnknownName(
    _ name: Located<String>, what: ReferenceKind, among names: [String]
  ) {
    report(
      Diagnostic(
        code: "unknown-name", at: name.range, what.unknown(name.value),
        hint: nearest(to: name.value, among: names).map(Self.didYouMean)
          ?? (names.isEmpty ? what.nothingDefined : Self.choices(names))))
  }

  private mutating func reportUnknownPart(_ part: String, of name: Located<String>) {
    let parts = SplitName.allCases.map(\.rawValue)
    report(
      Diagnostic(
        code: "unknown-part", at: name.range,
        Message(
          "data set '\(name.value)' has no part '\(part)'",
          pt: "o conjunto '\(name.value)' não tem a parte '\(part)'"),
        hint: nearest(to: part, among: parts).map(Self.didYouMean) ?? Self.choices(parts)))
  }

  private mutating func reportEmptyPart(_ part: SplitName, of name: Located<String>) {
    report(
      Diagnostic(
        code: "empty-part", at: name.range,
        Message(
          "the part '\(part.rawValue)' of '\(name.value)' is empty",
          pt: "a parte '\(part.rawValue)' de '\(name.value)' está vazia"),
        hint: part == .validation
          ? Message(
            "set 'validation' in the data directive", pt: "defina 'validation' no bloco de dados")
          : nil))
  }
}
