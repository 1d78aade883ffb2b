internal import Diagnostics
internal import PythonSyntax
internal import Networks
internal import Notebooks

/// A value read from Keras notation, or what is wrong with it.
enum Reading<Value> {
  case found(Value)
  case failed(Diagnostic)

  /// The value; the finding goes to the planner.
  func reported(to planner: inout TaskPlanner) -> Reference<Value> where Value: Sendable {
    switch self {
    case .found(let value): return .found(value)
    case .failed(let finding):
      planner.report(finding)
      return .broken
    }
  }
}

/// Turns Keras notation into arguments for the engine's catalogs.
struct NotationReader {
  /// The notebook's byte offset of an offset in the notation.
  let offset: (Int) -> Int
  /// Where all of the notation stands, where no offset leads into the notebook.
  private var whole: Range<Int>?
  /// Names that stand for values: the lesson's parameters.
  var parameters: [String: ArgumentValue] = [:]

  init(offset: @escaping (Int) -> Int, parameters: [String: ArgumentValue] = [:]) {
    (self.offset, self.parameters) = (offset, parameters)
  }

  /// Notation in an option's text.
  init(_ value: OptionValue, parameters: [String: ArgumentValue]) {
    let start = value.range.lowerBound + (value.textOffset ?? 0)
    self.init(offset: { start + $0 }, parameters: parameters)
    if value.textOffset == nil { whole = value.range }
  }

  /// A call or a name, as an option's value; `whole` is where it stands.
  func call(_ text: String, whole: Range<Int>) -> Reading<WrittenArgument> {
    do {
      let node = try parseExpression(text)
      switch argument(node) {
      case .failed(let finding): return .failed(finding)
      case .found(let value):
        var written = WrittenArgument(value: value, range: whole)
        if case .call(let callee, let arguments) = node.kind {
          written.places = CallPlaces(callee, arguments, self)
        }
        return .found(written)
      }
    } catch {
      return .failed(syntax(error, at: whole))
    }
  }

  /// A syntax error in the notebook's words and places.
  func syntax(_ error: SyntaxError, at range: Range<Int>) -> Diagnostic {
    Diagnostic(code: "syntax-error", at: range, Message(error.english, pt: error.portuguese))
  }

  /// A place in the notebook.
  func place(_ range: Range<Int>) -> Range<Int> {
    if let whole { return whole }
    let start = offset(range.lowerBound)
    return start..<max(start, offset(range.upperBound))
  }

  /// An expression as an argument: literals, lists, names of constants, calls.
  func argument(_ node: ExpressionNode) -> Reading<ArgumentValue> {
    switch node.kind {
    case .number(let literal): number(literal, node)
    case .string(let text): .found(.string(text))
    case .boolean(let value): .found(.bool(value))
    case .none: .found(.none)
    case .tuple(let items), .list(let items): list(items)
    case .unary(.minus, let operand): negated(operand)
    case .name(let name): named(name, node)
    case .attribute(let module, let name): constant(module, name, node)
    case .call(let callee, let arguments): call(callee, arguments)
    case .binary(let left, let operation, let right): computed(left, operation, right, node)
    default: .failed(notAnArgument(node))
    }
  }

  /// A call's name and arguments; a module before the name is left out.
  func call(_ callee: ExpressionNode, _ arguments: [Argument]) -> Reading<ArgumentValue> {
    guard let name = CalleeName(callee) else { return .failed(notAnArgument(callee)) }
    var positional: [ArgumentValue] = []
    var keywords: [ArgumentCall.Keyword] = []
    for item in arguments {
      switch argument(item.value) {
      case .failed(let finding): return .failed(finding)
      case .found(let value):
        switch item.form {
        case .positional: positional.append(value)
        case .keyword(let keyword): keywords.append(.init(keyword.text, value))
        case .unpackedSequence, .unpackedMapping: return .failed(notAnArgument(item.value))
        }
      }
    }
    return .found(.call(ArgumentCall(name.text, positional, keywords: keywords)))
  }

  private func number(_ literal: NumberLiteral, _ node: ExpressionNode) -> Reading<ArgumentValue> {
    switch literal.value {
    case .integer(let value): .found(.int(value))
    case .real(let value): .found(.double(value))
    case .largeInteger, .imaginary: .failed(notAnArgument(node))
    }
  }

  private func list(_ items: [ExpressionNode]) -> Reading<ArgumentValue> {
    var values: [ArgumentValue] = []
    for item in items {
      switch argument(item) {
      case .found(let value): values.append(value)
      case .failed(let finding): return .failed(finding)
      }
    }
    return .found(.list(values))
  }

  private func negated(_ operand: ExpressionNode) -> Reading<ArgumentValue> {
    switch argument(operand) {
    case .found(.int(let value)): .found(.int(0 - value))
    case .found(.double(let value)): .found(.double(-value))
    case .found: .failed(notAnArgument(operand))
    case .failed(let finding): .failed(finding)
    }
  }

  private func computed(
    _ left: ExpressionNode, _ operation: BinaryOperator, _ right: ExpressionNode,
    _ node: ExpressionNode
  ) -> Reading<ArgumentValue> {
    switch (argument(left), argument(right)) {
    case (.failed(let finding), _), (_, .failed(let finding)): return .failed(finding)
    case (.found(let a), .found(let b)):
      let value = ConstantArithmetic.apply(operation, a, b)
      return value.map { .found($0) } ?? .failed(notAnArgument(node))
    }
  }

  private func named(_ name: String, _ node: ExpressionNode) -> Reading<ArgumentValue> {
    if let value = parameters[name] { return .found(value) }
    return .failed(
      Diagnostic(
        code: "unknown-name", at: place(node.range),
        Message("unknown name '\(name)'", pt: "nome desconhecido '\(name)'"),
        hint: parameters.count > Candidates.most
          ? nil
          : nearest(to: name, among: parameters.keys).map(OptionReader.didYouMean)
            ?? Message(
              "texts stand in quotation marks: '\(name)'", pt: "textos ficam entre aspas: '\(name)'"
            ))
    )
  }

  /// `tf.nn.relu`, `keras.activations.relu`: the last name is what counts.
  private func constant(
    _ module: ExpressionNode, _ name: Identifier, _ node: ExpressionNode
  ) -> Reading<ArgumentValue> {
    CalleeName(node).map { .found(.string($0.text)) } ?? .failed(notAnArgument(node))
  }

  func notAnArgument(_ node: ExpressionNode) -> Diagnostic {
    Diagnostic(
      code: "not-an-argument", at: place(node.range),
      Message(
        "this can't stand here: numbers, texts, tuples and calls can",
        pt: "isto não pode ficar aqui: números, textos, tuplas e chamadas podem"))
  }
}
