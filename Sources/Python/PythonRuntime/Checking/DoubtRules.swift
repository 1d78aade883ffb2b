internal import PythonSyntax

/// What CPython 3.12 warns of when it compiles a cell, before it runs any of it: what is no error and hardly meant.
struct DoubtRules {
  /// A text as `SyntaxWarning` has it, and the offset of the line that it names.
  typealias Doubt = (text: String, offset: Int)

  private var doubts: [Doubt] = []

  /// The doubts of a cell, in CPython's order: those of its literals first.
  static func doubts(in module: Module) -> [Doubt] {
    var rules = DoubtRules()
    for escape in module.unknownEscapes {
      let kind = escape.isOctal ? "octal escape" : "escape"
      rules.doubts.append(("invalid \(kind) sequence '\(escape.text)'", escape.offset))
    }
    rules.visit(module.body)
    return rules.doubts
  }

  private mutating func visit(_ body: [StatementNode]) {
    for statement in body {
      if case .assert(let test, _) = statement.kind, case .tuple(let items) = test.kind,
        !items.isEmpty
      {
        doubts.append(
          ("assertion is always true, perhaps remove parentheses?", statement.range.lowerBound))
      }
      for expression in statement.expressions { visit(expression) }
      for body in statement.bodies { visit(body) }
    }
  }

  private mutating func visit(_ node: ExpressionNode) {
    switch node.kind {
    case .comparison(let first, let links): compare(first, links, node)
    case .call(let callee, _):
      if !callee.isFunction, let type = callee.literalType {
        note("'\(type)' object is not callable", callee)
      }
    case .subscript(let object, let index): look(at: object, index)
    default: break
    }
    for child in node.children { visit(child) }
  }

  private mutating func note(_ text: String, _ node: ExpressionNode) {
    doubts.append(("\(text); perhaps you missed a comma?", node.range.lowerBound))
  }

  private mutating func compare(
    _ first: ExpressionNode, _ links: [ComparisonLink], _ node: ExpressionNode
  ) {
    var left = first
    for link in links {
      let right = link.operand
      if link.comparison == .is || link.comparison == .isNot,
        let type = right.comparedType ?? left.comparedType
      {
        let (word, better) = link.comparison == .is ? ("is", "==") : ("is not", "!=")
        doubts.append(
          (
            "\"\(word)\" with '\(type)' literal. Did you mean \"\(better)\"?",
            node.range.lowerBound
          ))
      }
      left = right
    }
  }

  private mutating func look(at object: ExpressionNode, _ index: ExpressionNode) {
    guard let type = object.literalType else { return }
    switch type {
    case "NoneType", "ellipsis", "int", "float", "complex", "bool", "set", "generator", "function":
      note("'\(type)' object is not subscriptable", object)
    case "str", "bytes", "tuple", "list":
      guard let place = index.literalType, !["int", "bool"].contains(place) else { return }
      note("\(type) indices must be integers or slices, not \(place)", object)
    default: break
    }
  }
}

extension ExpressionNode {
  fileprivate var isFunction: Bool { if case .lambda = kind { true } else { false } }

  /// The class of what a literal, display or comprehension makes; nil for all else.
  var literalType: String? {
    switch kind {
    case .tuple: "tuple"
    case .list, .comprehension(.list, _, _): "list"
    case .set, .comprehension(.set, _, _): "set"
    case .dictionary, .dictionaryComprehension: "dict"
    case .comprehension(.generator, _, _): "generator"
    case .lambda: "function"
    case .formattedString, .string: "str"
    case .bytes: "bytes"
    case .boolean: "bool"
    case .none: "NoneType"
    case .ellipsis: "ellipsis"
    case .number(let number): number.typeName
    case .unary(.minus, let value): value.numberType
    default: nil
    }
  }

  private var numberType: String? {
    if case .number(let number) = kind { number.typeName } else { nil }
  }

  /// The class of a constant that `is` should not compare: all but `None`, `...` and truth values.
  fileprivate var comparedType: String? {
    switch kind {
    case .string, .bytes, .number, .unary(.minus, _): literalType
    case .tuple(let items): items.allSatisfy(\.isConstant) ? "tuple" : nil
    default: nil
    }
  }

  private var isConstant: Bool {
    switch kind {
    case .boolean, .none, .ellipsis: true
    default: comparedType != nil
    }
  }
}

extension NumberLiteral {
  fileprivate var typeName: String {
    switch value {
    case .integer, .largeInteger: "int"
    case .real: "float"
    case .imaginary: "complex"
    }
  }
}
