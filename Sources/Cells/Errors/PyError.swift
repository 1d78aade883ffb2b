internal import Stacks

/// An exception of Python on its way up.
///
/// Errors must be sendable; this one stays on the thread of its machine, as all values do.
public struct PyError: Error, @unchecked Sendable {
  public let value: InstanceObject
  /// Where it passed, innermost first: a line and the function's name.
  public internal(set) var trace: [(line: Int, function: String)] = []

  /// The known name that is nearest to an unknown one.
  public var meant: String?
  /// Whether it has just left a function.
  var leaves = true

  init(_ value: InstanceObject) { self.value = value }

  public var kind: String { value.kind.name }

  /// The last line of a traceback.
  public func summary(_ machine: Machine) -> String {
    let text =
      (try? DeepStack.run { () throws(PyError) -> String in try machine.str(.object(value)) }) ?? ""
    let hint = meant.map { ". Did you mean: '\($0)'?" } ?? ""
    return text.isEmpty ? kind : "\(kind): \(text)\(hint)"
  }
}

/// Python's built-in exceptions.
enum ExceptionTypes {
  nonisolated(unsafe) static let base = TypeObject("BaseException")
  /// Each with the one that it is a kind of, which stands before it.
  private static let names: [(String, String)] = [
    ("Exception", "BaseException"), ("KeyboardInterrupt", "BaseException"),
    ("SystemExit", "BaseException"), ("GeneratorExit", "BaseException"),
    ("ArithmeticError", "Exception"), ("ZeroDivisionError", "ArithmeticError"),
    ("OverflowError", "ArithmeticError"), ("FloatingPointError", "ArithmeticError"),
    ("AssertionError", "Exception"), ("AttributeError", "Exception"),
    ("EOFError", "Exception"), ("ImportError", "Exception"),
    ("ModuleNotFoundError", "ImportError"), ("LookupError", "Exception"),
    ("IndexError", "LookupError"), ("KeyError", "LookupError"), ("MemoryError", "Exception"),
    ("NameError", "Exception"), ("UnboundLocalError", "NameError"), ("OSError", "Exception"),
    ("FileNotFoundError", "OSError"), ("PermissionError", "OSError"),
    ("RuntimeError", "Exception"), ("NotImplementedError", "RuntimeError"),
    ("RecursionError", "RuntimeError"), ("StopIteration", "Exception"),
    ("SyntaxError", "Exception"), ("TypeError", "Exception"), ("ValueError", "Exception"),
    ("UnicodeError", "ValueError"), ("Warning", "Exception"), ("UserWarning", "Warning"),
    ("DeprecationWarning", "Warning"), ("FutureWarning", "Warning"),
    ("RuntimeWarning", "Warning"),
  ]
  nonisolated(unsafe) static let all: [String: TypeObject] = {
    var types = ["BaseException": base]
    for (name, parent) in names { types[name] = TypeObject(name, base: types[parent] ?? base) }
    types["IOError"] = types["OSError"]
    types["EnvironmentError"] = types["OSError"]
    return types
  }()

  /// Exceptions of modules, which have no name until a program imports one.
  nonisolated(unsafe) private static let ofModules: [String: TypeObject] = [
    "AxisError": TypeObject("numpy.exceptions.AxisError", base: all["ValueError"]),
    "UFuncTypeError": TypeObject("numpy._core._exceptions.UFuncTypeError", base: all["TypeError"]),
    "InvalidArgumentError": TypeObject(
      "tensorflow.python.framework.errors_impl.InvalidArgumentError", base: all["Exception"]),
    "LinAlgError": TypeObject("numpy.linalg.LinAlgError", base: all["ValueError"]),
    "NotFittedError": TypeObject("sklearn.exceptions.NotFittedError", base: all["ValueError"]),
    "re.error": TypeObject("re.error", base: all["Exception"]),
    "JSONDecodeError": TypeObject("json.decoder.JSONDecodeError", base: all["ValueError"]),
  ]

  static func isBuiltIn(_ type: TypeObject) -> Bool {
    all[type.name] === type || ofModules.values.contains { $0 === type }
  }

  static func type(_ name: String) -> TypeObject { all[name] ?? ofModules[name] ?? base }
}

extension Machine {
  /// An exception of a built-in type.
  public func error(_ kind: String, _ message: String) -> PyError {
    error(kind, of: .string(message))
  }

  public func error(_ kind: String, of value: Value) -> PyError {
    let instance = InstanceObject(ExceptionTypes.type(kind))
    instance.fields["args"] = .object(TupleObject([value]))
    return PyError(instance)
  }
}
