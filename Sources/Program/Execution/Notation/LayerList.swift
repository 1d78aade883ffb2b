internal import Diagnostics
internal import PythonSyntax
internal import Networks

/// The layers that a `.model` body declares, in the forms that lessons use.
///
/// One layer a line; `model.add(layer)`; `Sequential([layer, …])`; and the functional form
/// `x = Conv2D(…)(x)` as long as it is one chain.
struct LayerList {
  /// A layer's call and where it stands.
  struct Entry {
    let callee: ExpressionNode
    let arguments: [Argument]
    let range: Range<Int>
  }

  private(set) var entries: [Entry] = []
  private(set) var findings: [Diagnostic] = []
  private let reader: NotationReader
  /// The functional form's variable for the end of the chain.
  private var chainEnd: String?

  init(_ module: Module, reader: NotationReader) {
    self.reader = reader
    for statement in module.body { read(statement) }
  }

  private mutating func read(_ statement: StatementNode) {
    switch statement.kind {
    case .expression(let node): readExpression(node)
    case .assignment(let targets, let value): readAssignment(targets, value, statement)
    case .import, .importFrom, .pass: break
    default: report(statement.range)
    }
  }

  private mutating func readExpression(_ node: ExpressionNode) {
    switch node.kind {
    case .tuple(let items), .list(let items): for item in items { readExpression(item) }
    case .string: break
    case .call(let callee, let arguments):
      if case .attribute(_, let name) = callee.kind, name.text == "add", CalleeName(callee) == nil {
        for argument in arguments { readExpression(argument.value) }
      } else if CalleeName(callee)?.text == "Sequential" {
        for argument in arguments where argument.keyword == nil { readExpression(argument.value) }
      } else if case .call(let inner, let innerArguments) = callee.kind {
        readChained(inner, innerArguments, input: arguments, node)
      } else {
        append(callee, arguments, node)
      }
    default: report(node.range)
    }
  }

  private mutating func readAssignment(
    _ targets: [ExpressionNode], _ value: ExpressionNode, _ statement: StatementNode
  ) {
    guard targets.count == 1, case .name(let target) = targets[0].kind,
      case .call(let callee, _) = value.kind
    else { return report(statement.range) }
    if CalleeName(callee)?.text == "Model" { return }
    readExpression(value)
    if CalleeName(callee)?.text != "Sequential" { chainEnd = target }
  }

  /// `Layer(…)(x)`: the input has to be the end of the chain.
  private mutating func readChained(
    _ callee: ExpressionNode, _ arguments: [Argument], input: [Argument], _ node: ExpressionNode
  ) {
    if input.count == 1, input[0].keyword == nil {
      if case .call = input[0].value.kind {
        readExpression(input[0].value)
        return append(callee, arguments, node)
      }
      if case .name(let name) = input[0].value.kind, name == chainEnd || chainEnd == nil {
        return append(callee, arguments, node)
      }
    }
    findings.append(
      Diagnostic(
        code: "branching-model", at: reader.place(node.range),
        Message(
          "a model must be one chain of layers; this one branches here",
          pt: "um modelo precisa ser uma cadeia de camadas; este se ramifica aqui")))
  }

  private mutating func append(
    _ callee: ExpressionNode, _ arguments: [Argument], _ node: ExpressionNode
  ) {
    entries.append(Entry(callee: callee, arguments: arguments, range: node.range))
  }

  private mutating func report(_ range: Range<Int>) {
    findings.append(
      Diagnostic(
        code: "not-a-layer", at: reader.place(range),
        Message("a layer is needed here", pt: "aqui é preciso uma camada"),
        hint: Message(
          "such as Dense(10, activation='softmax')", pt: "como Dense(10, activation='softmax')")))
  }
}
