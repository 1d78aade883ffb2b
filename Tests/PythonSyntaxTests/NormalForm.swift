@testable import PythonSyntax

/// The tree as text, the same as Tests/Oracles/python_ast.py writes CPython's.
enum NormalForm {
  static func of(_ module: Module) -> String { list(module.body.map(form)) }

  static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  static func place(_ range: Range<Int>) -> String { "@\(range.lowerBound)-\(range.upperBound)" }

  static func text(_ value: String) -> String {
    let scalars = value.unicodeScalars.map { scalar -> String in
      let isPlain = scalar.value >= 0x20 && scalar.value <= 0x7E && scalar != "\"" && scalar != "\\"
      return isPlain ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
    }
    return "\"" + scalars.joined() + "\""
  }

  static func text(_ name: Identifier?) -> String { name.map { text($0.text) } ?? "nil" }

  static func optional(_ node: ExpressionNode?) -> String { node.map(form) ?? "nil" }

  static func call(_ name: String, _ range: Range<Int>, _ parts: [String]) -> String {
    name + place(range) + "(" + parts.joined(separator: ", ") + ")"
  }

  static func form(_ number: NumberLiteral) -> String {
    switch number.value {
    case .integer(let value): "\(value)"
    case .largeInteger(let digits, let radix): "big\(remainder(digits, radix))"
    case .real(let value): "float" + bits(value)
    case .imaginary(let value): "complex" + bits(value)
    }
  }

  private static func remainder(_ digits: String, _ radix: Int) -> Int {
    digits.reduce(0) { ($0 * radix + ($1.hexDigitValue ?? 0)) % 1_000_000_007 }
  }

  private static func bits(_ value: Double) -> String {
    let hex = String(value.bitPattern, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }

  static func parts(_ parts: [FormattedPart]) -> String {
    list(
      parts.map { part in
        switch part {
        case .text(let value): return text(value)
        case .field(let field):
          let conversion = field.conversion.map { Int($0.rawValue.utf8.first ?? 0) } ?? -1
          let format = field.format.map { Self.parts($0) } ?? "nil"
          return "Field(\(form(field.value)), \(conversion), \(format))"
        }
      })
  }

  static func form(_ parameters: Parameters) -> String {
    func one(_ parameter: Parameters.Parameter) -> String {
      let end = parameter.annotation?.range.upperBound ?? parameter.name.range.upperBound
      return call(
        "arg", parameter.name.range.lowerBound..<end,
        [
          text(parameter.name.text), optional(parameter.annotation),
          optional(parameter.defaultValue),
        ])
    }
    let groups = [parameters.positionalOnly, parameters.standard, parameters.keywordOnly]
    let extras = [parameters.extraPositional, parameters.extraKeyword]
    let all = groups.map { list($0.map(one)) } + extras.map { $0.map(one) ?? "nil" }
    return "arguments(" + all.joined(separator: ", ") + ")"
  }

  /// Positional arguments and keywords, as two lists.
  static func lists(_ arguments: [Argument]) -> [String] {
    var (positional, keywords): ([String], [String]) = ([], [])
    for argument in arguments {
      let value = form(argument.value)
      switch argument.form {
      case .positional: positional.append(value)
      case .unpackedSequence: positional.append(call("Starred", argument.range, [value]))
      case .keyword(let name):
        keywords.append(call("keyword", argument.range, [text(name.text), value]))
      case .unpackedMapping: keywords.append(call("keyword", argument.range, ["nil", value]))
      }
    }
    return [list(positional), list(keywords)]
  }

  static func form(_ clauses: [ComprehensionClause]) -> String {
    list(
      clauses.map {
        let conditions = list($0.conditions.map(form))
        return "comprehension(\(form($0.target)), \(form($0.iterable)), \(conditions), 0)"
      })
  }
}
