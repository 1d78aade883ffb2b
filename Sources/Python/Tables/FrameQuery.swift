internal import Arrays
internal import PythonRuntime
internal import PythonSyntax

/// `query`: the rows of a frame for which an expression over its columns is true.
struct FrameQuery {
  private let frame: FrameObject
  private let machine: Machine
  /// Names of columns that stood between backticks, by those that stand for them.
  private let quoted: [String: String]
  private let tree: ExpressionNode

  /// Names of the program's variables begin so, once their `@` is gone.
  private static let variable = "__pd_eval_local_"

  init(_ frame: FrameObject, _ given: Value, _ call: Call) throws(PyError) {
    guard case .string(let text) = given else {
      throw call.error(
        "ValueError",
        "expr must be a string to be evaluated, <class '\(call.machine.typeName(given))'> given")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw call.error("ValueError", "expr cannot be an empty string")
    }
    let source = QueryText(text, variable: Self.variable)
    (self.frame, machine, quoted) = (frame, call.machine, source.quoted)
    do {
      tree = try parseExpression(source.text)
    } catch {
      throw call.error("SyntaxError", "invalid syntax (<unknown>, line 1)")
    }
  }

  func rows() throws(PyError) -> Value {
    let found = try value(tree)
    guard found.asObject(SeriesObject.self)?.column.numbers?.dtype == .bool else {
      throw machine.error(
        "NotImplementedError",
        "query() with an expression that is no condition on columns is not supported by Caderno")
    }
    return try frame.item(found, machine)
  }

  private func value(_ node: ExpressionNode) throws(PyError) -> Value {
    switch node.kind {
    case .name(let name): return try named(name)
    case .number(let literal):
      switch literal.value {
      case .integer(let number): return .int(number)
      case .real(let number): return .float(number)
      default: throw refused
      }
    case .string(let text): return .string(text)
    case .boolean(let flag): return .bool(flag)
    case .none: return .none
    case .list(let items), .tuple(let items): return .object(ListObject(try values(items)))
    case .unary(let symbol, let operand):
      let value = try value(operand)
      if symbol == .not || symbol == .invert { return try inverted(value) }
      if case .int(let number) = value, symbol == .minus { return .int(-number) }
      if case .float(let number) = value, symbol == .minus { return .float(-number) }
      guard let made = try value.asObject()?.unary(symbol.rawValue, machine) else { return value }
      return made
    case .binary(let left, let symbol, let right):
      return try machine.binary(Self.operation(symbol), value(left), value(right))
    case .comparison(let first, let links): return try compared(first, links)
    case .logical(let symbol, let operands):
      return try joined(values(operands), symbol == .and ? .bitAnd : .bitOr)
    case .attribute(let object, let name):
      return try machine.attribute(value(object), name.text)
    case .call(let function, let arguments):
      guard arguments.allSatisfy({ $0.form == .positional }) else { throw refused }
      return try machine.call(
        value(function), Arguments(values(arguments.map(\.value))))
    default: throw refused
    }
  }

  private func values(_ nodes: [ExpressionNode]) throws(PyError) -> [Value] {
    var values: [Value] = []
    for node in nodes { values.append(try value(node)) }
    return values
  }

  private var refused: PyError {
    machine.error(
      "NotImplementedError", "query() with such an expression is not supported by Caderno")
  }

  private func named(_ name: String) throws(PyError) -> Value {
    if name.hasPrefix(Self.variable) {
      let own = String(name.dropFirst(Self.variable.count))
      if let value = machine.currentGlobals[own] { return value }
      throw machine.error(
        "UndefinedVariableError",
        "local variable '\(own)' is not defined (Caderno looks among the variables of cells only)")
    }
    let label = Value.string(quoted[name] ?? name)
    for (place, column) in frame.columnIndex.values.enumerated()
    where try machine.isEqual(column, label) {
      return .object(frame.series(place))
    }
    if name == "index" || name == frame.index.name {
      let column = try TableColumn.column(of: frame.index.values, machine)
      return .object(SeriesObject(column, frame.index))
    }
    throw machine.error("UndefinedVariableError", "name '\(quoted[name] ?? name)' is not defined")
  }

  private static func operation(_ symbol: BinaryOperator) -> Operation {
    switch symbol {
    case .power: .power
    default: Operation(rawValue: symbol.rawValue) ?? .add
    }
  }

  private func inverted(_ value: Value) throws(PyError) -> Value {
    guard let made = try value.asObject()?.unary("~", machine) else { throw refused }
    return made
  }

  private func joined(_ parts: [Value], _ operation: Operation) throws(PyError) -> Value {
    var all = parts[0]
    for part in parts.dropFirst() { all = try machine.binary(operation, all, part) }
    return all
  }

  /// A chain is true where each of its links is; `==` with a list asks whether the list has the value.
  private func compared(
    _ first: ExpressionNode, _ links: [ComparisonLink]
  ) throws(PyError) -> Value {
    var (left, parts) = (try value(first), [Value]())
    for link in links {
      let right = try value(link.operand)
      let isList = right.asObject(ListObject.self) != nil
      let operation = Operation(rawValue: link.comparison.rawValue)
      if let operation, !isList || (operation != .equal && operation != .notEqual) {
        parts.append(try machine.binary(operation, left, right))
      } else {
        let found = try machine.callMethod(left, "isin", Arguments([right]))
        switch link.comparison {
        case .in, .equal: parts.append(found)
        case .notIn, .notEqual: parts.append(try inverted(found))
        default: throw refused
        }
      }
      left = right
    }
    return try joined(parts, .bitAnd)
  }
}

/// An expression of `query` as Python would write it.
private struct QueryText {
  private(set) var text = ""
  private(set) var quoted: [String: String] = [:]

  /// Makes `and` and `or` of `&` and `|`, names of what stands between backticks, and prefixed names of those with `@`.
  init(_ query: String, variable: String) {
    var rest = Substring(query)
    while let letter = rest.popFirst() {
      switch letter {
      case "'", "\"":
        let end = rest.firstIndex(of: letter) ?? rest.endIndex
        text += "\(letter)\(rest[..<end])" + (end < rest.endIndex ? String(letter) : "")
        rest = rest[end...].dropFirst()
      case "`":
        let end = rest.firstIndex(of: "`") ?? rest.endIndex
        let name = "__column_\(quoted.count)"
        quoted[name] = String(rest[..<end])
        text += name
        rest = rest[end...].dropFirst()
      case "@": text += variable
      case "&": text += " and "
      case "|": text += " or "
      case "\n": text += " "
      default: text.append(letter)
      }
    }
  }
}
