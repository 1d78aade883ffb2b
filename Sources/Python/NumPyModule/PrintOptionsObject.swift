internal import PythonRuntime
internal import NumPy
internal import Arrays

/// Print options for the statements of a `with` block.
final class PrintOptionsObject: HostObject {
  private let session: NumPySession
  private let keywords: [(String, NumPyValue)]
  private var before: PrintOptions?

  init(_ session: NumPySession, _ keywords: [(String, NumPyValue)]) {
    (self.session, self.keywords) = (session, keywords)
  }

  override var hostType: TypeObject { Self.type }

  private static let type = SharedType(
    "printoptions", module: "numpy",
    methods: [
      .method("__enter__") { (receiver: PrintOptionsObject, call) throws(PyError) in
        receiver.before = receiver.session.printing
        _ = try call.machine.raising { () throws(ArrayError) in
          try receiver.session.call("set_printoptions", [], receiver.keywords)
        }
        return .object(receiver)
      },
      .method("__exit__", "*error") { (receiver: PrintOptionsObject, _) throws(PyError) in
        if let before = receiver.before { receiver.session.printing = before }
        return .bool(false)
      },
    ])
}

/// `np.c_[a, b]`: one-dimensional arrays as the columns of a matrix, others joined behind each other.
final class ColumnJoiner: Object {
  private let session: NumPySession
  init(_ session: NumPySession) { self.session = session }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    let parts = index.asObject(TupleObject.self)?.items ?? [index]
    var values: [NumPyValue] = []
    for part in parts { values.append(try NumPyValue(part, machine)) }
    let result = try machine.raising { () throws(ArrayError) in
      try session.call("column_stack", [.list(values)], [])
    }
    return Value(result, session)
  }
}
