internal import Diagnostics

/// What is said about formulas.
enum FormulaMessage {
  static func diagnostic(_ kind: MathProblem.Kind, at range: Range<Int>) -> Diagnostic {
    let hint: Message?
    if case .unknownCommand(let name) = kind,
      let near = nearest(
        to: name, among: commands.filter { $0.first == name.first }, knowsSynonyms: false)
    {
      hint = Message("did you mean '\\\(near)'?", pt: "você quis dizer '\\\(near)'?")
    } else {
      hint = nil
    }
    let reason = reason(kind)
    return Diagnostic(
      .note, code: code(kind), at: range,
      Message(
        "\(reason.english): a page shows this formula as its source",
        pt: "\(reason.portuguese): uma página mostra esta fórmula como foi escrita"),
      hint: hint)
  }

  static func label(_ english: String, _ portuguese: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.note, code: "formula-label", at: range, Message(english, pt: portuguese))
  }

  private static func code(_ kind: MathProblem.Kind) -> String {
    switch kind {
    case .unknownCommand, .unknownEnvironment: "formula-command"
    case .unexpected, .missing, .badArgument: "formula-syntax"
    case .tooDeep, .tooLong: "formula-limits"
    }
  }

  private static func reason(_ kind: MathProblem.Kind) -> Message {
    switch kind {
    case .unknownCommand(let name):
      Message("'\\\(name)' isn't known", pt: "'\\\(name)' não é conhecido")
    case .unknownEnvironment(let name):
      Message("'\\begin{\(name)}' isn't known", pt: "'\\begin{\(name)}' não é conhecido")
    case .unexpected(let text):
      Message("'\(text)' can't stand here", pt: "'\(text)' não pode estar aqui")
    case .missing(let text): Message("'\(text)' is missing", pt: "falta '\(text)'")
    case .badArgument(let command):
      Message(
        "this can't be an argument of '\(command)'",
        pt: "isto não pode ser argumento de '\(command)'")
    case .tooDeep:
      Message("it is nested too deep", pt: "tem níveis demais de aninhamento")
    case .tooLong:
      Message(
        "it is, or its macros are, too long", pt: "ela é longa demais, ou seus macros são")
    }
  }

  /// All that has a name.
  private static let commands =
    ([String](MathLetters.names.keys) + MathSymbols.table.keys + MathFunctions.table.keys
    + MathFonts.table.keys + MathAccents.table.keys + MathCommand.table.keys
    + MathDelimiters.table.keys + MathMacros.table.keys + MathTexts.fonts.keys).sorted()
}
