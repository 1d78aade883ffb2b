internal import PythonRuntime
internal import NumPy
internal import Arrays

extension NumPySession {
  /// `np.get_printoptions()`.
  func printingTable(_ machine: Machine) throws(PyError) -> Value {
    let options = printing
    let pairs: [(String, Value)] = [
      ("edgeitems", .int(options.edgeItems)),
      ("threshold", options.threshold == .max ? .float(.infinity) : .int(options.threshold)),
      ("floatmode", .string(options.floatMode.rawValue)), ("precision", .int(options.precision)),
      ("suppress", .bool(options.suppress)), ("linewidth", .int(options.lineWidth)),
      ("nanstr", .string(options.nan)), ("infstr", .string(options.infinity)),
      ("sign", .string("-")), ("formatter", .none), ("legacy", .bool(false)),
      ("override_repr", .none),
    ]
    let dict = DictObject()
    for (name, value) in pairs { try dict.set(.string(name), value, machine) }
    return .object(dict)
  }
}
