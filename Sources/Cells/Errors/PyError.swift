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

  /// `str(exception)`.
  public func text(_ machine: Machine) -> String {
    (try? DeepStack.run { () throws(PyError) -> String in
      try machine.collecting { () throws(PyError) -> String in try machine.str(.object(value)) }
    }) ?? ""
  }

  /// The last line of a traceback.
  public func summary(_ machine: Machine) -> String {
    let text = text(machine)
    let hint = meant.map { ". Did you mean: '\($0)'?" } ?? ""
    return text.isEmpty ? kind : "\(kind): \(text)\(hint)"
  }
}

/// Python's built-in exceptions.
enum ExceptionTypes {
  static let base = SharedType("BaseException")
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
    ("UnicodeError", "ValueError"), ("UnicodeDecodeError", "UnicodeError"),
    ("UnicodeEncodeError", "UnicodeError"),
    ("UnicodeError", "ValueError"), ("Warning", "Exception"), ("UserWarning", "Warning"),
    ("DeprecationWarning", "Warning"), ("FutureWarning", "Warning"),
    ("RuntimeWarning", "Warning"), ("PendingDeprecationWarning", "Warning"),
    ("SyntaxWarning", "Warning"), ("ImportWarning", "Warning"), ("UnicodeWarning", "Warning"),
    ("BytesWarning", "Warning"), ("ResourceWarning", "Warning"), ("EncodingWarning", "Warning"),
  ]
  static let all: [String: SharedType] = {
    var types = ["BaseException": base]
    for (name, parent) in names { types[name] = SharedType(name, base: types[parent] ?? base) }
    types["IOError"] = types["OSError"]
    types["EnvironmentError"] = types["OSError"]
    return types
  }()

  /// Exceptions of modules, which have no name until a program imports one.
  private static let ofModules: [String: SharedType] = [
    "AxisError": ofModule("numpy.exceptions.AxisError", "ValueError"),
    "UFuncTypeError": ofModule("numpy._core._exceptions.UFuncTypeError", "TypeError"),
    "InvalidArgumentError": ofModule(
      "tensorflow.python.framework.errors_impl.InvalidArgumentError", "Exception"),
    "LinAlgError": ofModule("numpy.linalg.LinAlgError", "ValueError"),
    "NotFittedError": ofModule("sklearn.exceptions.NotFittedError", "ValueError"),
    "re.error": ofModule("re.error", "Exception"),
    "JSONDecodeError": ofModule("json.decoder.JSONDecodeError", "ValueError"),
  ]

  /// An exception that a library writes in Python, which programs can change.
  private static func ofModule(_ name: String, _ parent: String) -> SharedType {
    SharedType(name, base: all[parent], isImmutable: false)
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
