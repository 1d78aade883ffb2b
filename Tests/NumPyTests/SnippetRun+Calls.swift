import PythonSyntax
import NumPy
import Arrays

extension SnippetRun {
  func attribute(_ base: SnippetValue, _ name: String) throws -> SnippetValue {
    switch base {
    case .module(let prefix):
      if ["random", "linalg"].contains(name), prefix.isEmpty { return .module(prefix: name + ".") }
      if let constant = NumPyCatalog.constants.first(where: { $0.name == name }), prefix.isEmpty {
        return .value(constant.value)
      }
      guard NumPyCatalog.functions[prefix + name] != nil else {
        throw ArrayError(.attributeError, "module 'numpy' has no attribute '\(name)'")
      }
      return .function(prefix + name)
    case .value(.array(let array)), .value(.scalar(let array)):
      if let value = try session.attribute(name, of: array) { return .value(value) }
      guard NumPyCatalog.methods[name] != nil else {
        throw ArrayError(.attributeError, "'numpy.ndarray' object has no attribute '\(name)'")
      }
      return .method(.array(array), name)
    case .value(.texts(let array)):
      if let value = try session.attribute(name, of: array) { return .value(value) }
      return .method(.texts(array), name)
    case .value(.dtype(let dtype)):
      return .value(session.attribute(name, of: dtype) ?? .none)
    case .value(let value): return .method(value, name)
    default: throw SnippetGap("attribute \(name)")
    }
  }

  func call(_ callee: SnippetValue, _ arguments: [Argument]) throws -> NumPyValue {
    var positional: [NumPyValue] = []
    var keywords: [(String, NumPyValue)] = []
    for argument in arguments {
      let value = try value(argument.value)
      if case .keyword(let name) = argument.form {
        keywords.append((name.text, value))
      } else {
        positional.append(value)
      }
    }
    switch callee {
    case .function(let name): return try session.call(name, positional, keywords)
    case .method(.array(let array), let name):
      return try session.call(method: name, of: array, positional, keywords)
    case .method(.texts(let array), let name):
      return try session.call(method: name, of: array, positional, keywords)
    case .method(.generator(let generator), let name):
      return try session.call(method: name, of: generator, positional, keywords)
    case .value(.type(let dtype)): return try session.convert(positional[0], to: dtype)
    case .builtin(let name): return try builtin(name, positional)
    default: throw SnippetGap("call of \(callee)")
    }
  }

  private func builtin(_ name: String, _ arguments: [NumPyValue]) throws -> NumPyValue {
    switch (name, arguments[0]) {
    case ("print", _):
      output += arguments.map { NumPyText.str($0, session.printing) }.joined(separator: " ") + "\n"
      return .none
    case ("len", .array(let array)): return .int(try session.length(of: array))
    case ("len", .texts(let array)): return .int(try session.length(of: array.places))
    case ("bool", _): return .bool(try truth(arguments[0]))
    case ("int", _): return .int(try session.pythonNumber(arguments[0]).integer)
    case ("float", _): return .float(try session.pythonNumber(arguments[0]).real)
    case ("round", .scalar(let array)):
      return try session.call("round", [.scalar(array), arguments[1]])
    default: throw SnippetGap("\(name)()")
    }
  }
}
