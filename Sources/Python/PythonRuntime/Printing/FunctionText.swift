/// Functions with their parameters, as IPython shows them.
extension FunctionObject {
  /// `<function __main__.f(x, y=2)>`.
  func shown(_ machine: Machine) throws(PyError) -> String {
    "<function __main__.\(code.qualifiedName)(\(try parameters(machine)))>"
  }

  private func parameters(_ machine: Machine) throws(PyError) -> String {
    var parts: [String] = []
    for parameter in code.positionalOnly { parts.append(try text(parameter, machine)) }
    if !parts.isEmpty { parts.append("/") }
    for parameter in code.standard { parts.append(try text(parameter, machine)) }
    if let extra = code.extraPositional {
      parts.append("*\(extra.name)")
    } else if !code.keywordOnly.isEmpty {
      parts.append("*")
    }
    for parameter in code.keywordOnly { parts.append(try text(parameter, machine)) }
    if let extra = code.extraKeyword { parts.append("**\(extra.name)") }
    return parts.joined(separator: ", ")
  }

  private func text(
    _ parameter: FunctionCode.Parameter, _ machine: Machine
  ) throws(PyError) -> String {
    guard let value = defaults[parameter.name] else { return parameter.name }
    return "\(parameter.name)=\(try machine.repr(value))"
  }
}

extension BuiltinFunction {
  /// `<function len(obj, /)>`.
  var shown: String {
    let place = module.map { "\($0)." } ?? ""
    let known = module == nil ? Self.builtIn[name] : parameters ?? signature?.text
    return "<function \(place)\(name)\(known.map { "(\($0))" } ?? "")>"
  }

  /// The parameters of Python's own functions, as `inspect.signature` has them.
  private static let builtIn = [
    "abs": "x, /", "all": "iterable, /", "any": "iterable, /", "ascii": "obj, /",
    "bin": "number, /", "callable": "obj, /", "chr": "i, /", "divmod": "x, y, /",
    "format": "value, format_spec='', /", "hasattr": "obj, name, /", "hash": "obj, /",
    "hex": "number, /", "id": "obj, /", "isinstance": "obj, class_or_tuple, /",
    "issubclass": "cls, class_or_tuple, /", "len": "obj, /", "oct": "number, /",
    "ord": "c, /", "pow": "base, exp, mod=None",
    "print": "*args, sep=' ', end='\\n', file=None, flush=False", "repr": "obj, /",
    "round": "number, ndigits=None", "setattr": "obj, name, value, /",
    "sorted": "iterable, /, *, key=None, reverse=False", "sum": "iterable, /, start=0",
  ]
}
