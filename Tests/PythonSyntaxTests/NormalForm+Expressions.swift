@testable import PythonSyntax

extension NormalForm {
  static func form(_ node: ExpressionNode) -> String {
    if let constant = constant(node.kind) { return call("Constant", node.range, [constant]) }
    if case .formattedString(let parts) = node.kind {
      return "JoinedStr" + place(node.range) + Self.parts(parts)
    }
    let (name, parts) = compound(node.kind)
    return call(name, node.range, parts)
  }

  private static func constant(_ kind: ExpressionNode.Kind) -> String? {
    switch kind {
    case .number(let number): form(number)
    case .string(let value): text(value)
    case .bytes(let value):
      "b" + value.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    case .boolean(let value): value ? "True" : "False"
    case .none: "None"
    case .ellipsis: "..."
    default: nil
    }
  }

  private static func compound(_ kind: ExpressionNode.Kind) -> (String, [String]) {
    switch kind {
    case .name(let name): ("Name", [text(name)])
    case .tuple(let items): ("Tuple", [list(items.map(form))])
    case .list(let items): ("List", [list(items.map(form))])
    case .set(let items): ("Set", [list(items.map(form))])
    case .dictionary(let entries):
      ("Dict", [list(entries.map { optional($0.key) }), list(entries.map { form($0.value) })])
    case .attribute(let value, let name): ("Attribute", [form(value), text(name.text)])
    case .call(let callee, let arguments): ("Call", [form(callee)] + lists(arguments))
    case .subscript(let value, let index): ("Subscript", [form(value), form(index)])
    case .slice(let lower, let upper, let step):
      ("Slice", [optional(lower), optional(upper), optional(step)])
    default: operation(kind)
    }
  }

  private static func operation(_ kind: ExpressionNode.Kind) -> (String, [String]) {
    switch kind {
    case .unary(let operation, let operand): ("UnaryOp", [operation.className, form(operand)])
    case .binary(let left, let operation, let right):
      ("BinOp", [form(left), operation.className, form(right)])
    case .comparison(let first, let links):
      (
        "Compare",
        [
          form(first), list(links.map(\.comparison.className)),
          list(links.map { form($0.operand) }),
        ]
      )
    case .logical(let operation, let items):
      ("BoolOp", [operation == .and ? "And" : "Or", list(items.map(form))])
    case .conditional(let test, let then, let otherwise):
      ("IfExp", [form(test), form(then), form(otherwise)])
    case .lambda(let parameters, let body): ("Lambda", [form(parameters), form(body)])
    case .starred(let value): ("Starred", [form(value)])
    case .namedExpression(let name, let value):
      ("NamedExpr", [call("Name", name.range, [text(name.text)]), form(value)])
    case .yield(let value): ("Yield", [optional(value)])
    case .yieldFrom(let value): ("YieldFrom", [form(value)])
    case .comprehension(.list, let element, let clauses):
      ("ListComp", [form(element), form(clauses)])
    case .comprehension(.set, let element, let clauses):
      ("SetComp", [form(element), form(clauses)])
    case .comprehension(.generator, let element, let clauses):
      ("GeneratorExp", [form(element), form(clauses)])
    case .dictionaryComprehension(let key, let value, let clauses):
      ("DictComp", [form(key), form(value), form(clauses)])
    default: ("?", [])
    }
  }
}

extension UnaryOperator {
  fileprivate var className: String {
    switch self {
    case .plus: "UAdd"
    case .minus: "USub"
    case .invert: "Invert"
    case .not: "Not"
    }
  }
}

extension BinaryOperator {
  var className: String {
    switch self {
    case .add: "Add"
    case .subtract: "Sub"
    case .multiply: "Mult"
    case .matrixMultiply: "MatMult"
    case .divide: "Div"
    case .floorDivide: "FloorDiv"
    case .remainder: "Mod"
    case .power: "Pow"
    case .shiftLeft: "LShift"
    case .shiftRight: "RShift"
    case .bitOr: "BitOr"
    case .bitXor: "BitXor"
    case .bitAnd: "BitAnd"
    }
  }
}

extension ComparisonOperator {
  fileprivate var className: String {
    switch self {
    case .equal: "Eq"
    case .notEqual: "NotEq"
    case .less: "Lt"
    case .lessOrEqual: "LtE"
    case .greater: "Gt"
    case .greaterOrEqual: "GtE"
    case .in: "In"
    case .notIn: "NotIn"
    case .is: "Is"
    case .isNot: "IsNot"
    }
  }
}
