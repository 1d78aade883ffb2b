internal import Stacks

/// An exception of Python on its way up.
///
/// Errors must be sendable; this one stays on the thread of its machine, as all values do.
public struct PyError: Error, @unchecked Sendable {
  /// The exception's object, of a built-in class or of one that the program made of it.
  package let value: InstanceObject
  /// Where it passed, innermost first.
  package var trace: [TraceEntry] { value.details?.trace ?? [] }

  /// The known name that is nearest to an unknown one.
  package var meant: String?
  /// The call that noted its place last; nil for one that was just raised.
  var passed: ObjectIdentifier?
  /// Whether its context was noted, which happens once.
  var isChained = false

  init(_ value: InstanceObject) { self.value = value }

  /// The name of the exception's class without its module.
  package var kind: String { value.kind.name }

  /// Whether `except Exception` catches it, as it does all but what ends a program.
  package var isOrdinary: Bool { value.kind.isKind(of: ExceptionTypes.type("Exception")) }

  /// `str(exception)`.
  package func text(_ machine: Machine) -> String {
    (try? DeepStack.run { () throws(PyError) -> String in
      try machine.collecting { () throws(PyError) -> String in try machine.str(.object(value)) }
    }) ?? ""
  }

  /// What a program that ends with `SystemExit` asks for.
  package enum Exit {
    case status(Int32)
    /// A text that is said; the status is 1.
    case message(String)
  }

  /// How the program is to end; nil for all exceptions but `SystemExit`.
  package func exit(_ machine: Machine) -> Exit? {
    guard value.kind.isKind(of: ExceptionTypes.type("SystemExit")) else { return nil }
    let arguments = value.exceptionArguments
    guard arguments.count < 2, let given = value.fields["code"] ?? arguments.first else {
      return arguments.isEmpty ? .status(0) : .message(text(machine))
    }
    if case .none = given { return .status(0) }
    if let number = given.smallInt { return .status(Int32(number & 0xFF)) }
    let said = try? machine.collecting { () throws(PyError) -> String in try machine.str(given) }
    return .message(said ?? "")
  }

  /// The last line of a traceback.
  package func summary(_ machine: Machine) -> String {
    let text = text(machine)
    let hint = meant.map { ". Did you mean: '\($0)'?" } ?? ""
    return text.isEmpty ? kind : "\(kind): \(text)\(hint)"
  }
}

/// Python's built-in exceptions.
package enum ExceptionTypes {
  static let base = SharedType(
    "BaseException",
    methods: [
      .method("add_note", "note") { (exception: InstanceObject, call) throws(PyError) in
        guard case .string = call.required("note") else {
          throw call.error(
            "TypeError", "note must be a str, not '\(call.machine.typeName(call.required("note")))'"
          )
        }
        let notes = exception.fields["__notes__"]?.asObject(ListObject.self) ?? ListObject([])
        notes.items.append(call.required("note"))
        exception.fields["__notes__"] = .object(notes)
        return .none
      },
      .method("with_traceback", "tb") { (exception: InstanceObject, call) throws(PyError) in
        _ = exception.setExceptionAttribute("__traceback__", call.required("tb"))
        return .object(exception)
      },
      Method("__init__") { arguments, machine throws(PyError) in
        guard let exception: InstanceObject = arguments.positional.first?.asObject() else {
          return .none
        }
        guard arguments.keywords.isEmpty else {
          throw machine.error("TypeError", "\(exception.kind.name)() takes no keyword arguments")
        }
        exception.fields["args"] = .object(TupleObject(Array(arguments.positional.dropFirst())))
        return .none
      },
    ])
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
    ("UnicodeEncodeError", "UnicodeError"), ("Warning", "Exception"), ("UserWarning", "Warning"),
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
    "InvalidParameterError": ofModule(
      "sklearn.utils._param_validation.InvalidParameterError", "ValueError"),
    "NotFittedError": ofModule("sklearn.exceptions.NotFittedError", "ValueError"),
    "DataError": ofModule("pandas.errors.DataError", "Exception"),
    "MergeError": ofModule("pandas.errors.MergeError", "ValueError"),
    "InvalidIndexError": ofModule("pandas.errors.InvalidIndexError", "Exception"),
    "UndefinedVariableError": ofModule("pandas.errors.UndefinedVariableError", "NameError"),
    "re.error": ofModule("re.error", "Exception"),
    "JSONDecodeError": ofModule("json.decoder.JSONDecodeError", "ValueError"),
  ]

  /// An exception that a library writes in Python, which programs can change.
  private static func ofModule(_ name: String, _ parent: String) -> SharedType {
    SharedType(name, base: all[parent], isImmutable: false)
  }

  /// Returns the class of an exception by its name; `BaseException` for unknown names.
  package static func type(_ name: String) -> TypeObject { all[name] ?? ofModules[name] ?? base }
}

extension Machine {
  /// An exception of a built-in type.
  package func error(_ kind: String, _ message: String) -> PyError {
    error(kind, of: .string(message))
  }

  /// An exception of a built-in type with one argument of any kind, such as the key of a `KeyError`.
  package func error(_ kind: String, of value: Value) -> PyError {
    let instance = InstanceObject(ExceptionTypes.type(kind))
    instance.fields["args"] = .object(TupleObject([value]))
    return PyError(instance)
  }
}
