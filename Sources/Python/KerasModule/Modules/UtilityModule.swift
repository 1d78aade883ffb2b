internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import NumPy

/// `keras.utils`.
struct UtilityModule {
  let session: KerasSession

  var members: [String: Value] {
    KerasLibrary.members(of: [
      PaddedSequences.function,
      BuiltinFunction(
        "to_categorical", "x=None, num_classes=None, *, y=None, nb_classes=None, dtype=None"
      ) {
        call throws(PyError) in try Self.oneHot(call)
      }.giving { Self.knownRows($0) }.refusing { call in
        call["x"] == nil && call["y"] == nil ? [KnownArguments.missing("x", "to_categorical")] : []
      },
      BuiltinFunction("normalize", "x, axis=-1, order=2") { call throws(PyError) in
        try Self.normalized(call)
      },
      BuiltinFunction("set_random_seed", "seed") { [session] call throws(PyError) in
        let seed = try call.int("seed", or: 0)
        guard seed >= 0, seed < 1 << 32 else {
          throw call.error("ValueError", "Seed must be between 0 and 2**32 - 1")
        }
        session.begin(with: seed)
        return .none
      },
      BuiltinFunction("plot_model", ModelDiagram.plotParameters) {
        [session] call throws(PyError) in try ModelDiagram.plot(call, session)
      },
      BuiltinFunction("model_to_dot", ModelDiagram.dotParameters) { call throws(PyError) in
        try ModelDiagram.dot(call)
      },
    ])
  }

  /// Class numbers as rows with a single 1; bytes, so that no row of floats is kept.
  private static func oneHot(_ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    guard let given = call.given("x") ?? call.given("y") else {
      throw call.error(
        "TypeError",
        call.has("x")
          ? "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"
          : "to_categorical() missing 1 required positional argument: 'x'")
    }
    let array = try KerasTensors.array(Self.wholeNumbers(given, machine), machine)
    let labels = array.integers()
    let largest = labels.max() ?? 0
    let asked = try Self.classCount(call)
    let (next, _) = largest.addingReportingOverflow(1)
    let count = max(asked ?? next, 0)
    if let outside = labels.first(where: { $0 < -count || $0 >= count }) {
      throw call.error(
        "IndexError", "index \(outside) is out of bounds for axis 1 with size \(count)")
    }
    let (size, overflows) = labels.count.multipliedReportingOverflow(by: count)
    try machine.spend(memory: overflows ? .max : size)
    var bytes = [UInt8](repeating: 0, count: size)
    // As in every index of NumPy's, negative numbers count from the end.
    for (row, label) in labels.enumerated() {
      bytes[row * count + (label < 0 ? label + count : label)] = 1
    }
    // A column of labels gives rows, as a list of them does.
    let shape =
      (array.shape.last == 1 && array.ndim > 1 ? array.shape.dropLast() : array.shape[...])
    return KerasTensors.value(
      try machine.raising { () throws(ArrayError) in
        try NumericArray(bytes: bytes, shape: Array(shape) + [count]).astype(.float64)
      }, machine)
  }

  /// The shape of rows with a single 1.
  private static func knownRows(_ call: KnownCall) -> KnownResult {
    guard let labels = (call["x"] ?? call["y"])?.array else { return .object(NumPyTypes.array) }
    let asked = call["num_classes"] ?? call["nb_classes"]
    let isOpen = asked?.isNone ?? true
    var extents = labels.extents
    if extents.count > 1, let last = extents.last {
      // Whether it is a column of labels decides on the axes.
      guard let last else { return .object(NumPyTypes.array) }
      if last == 1 { extents.removeLast() }
    }
    return NumPyTypes.known(
      KnownArray(extents + [isOpen ? labels.classes : asked?.whole]))
  }

  /// Texts as the whole numbers that they write, as `int()` reads them; all else as it is.
  private static func wholeNumbers(_ value: Value, _ machine: Machine) throws(PyError) -> Value {
    var value = value
    if value.asObject(NumPyObject.self)?.array == nil, case .object(let object) = value,
      let list = try object.attribute("tolist", machine)
    {
      value = try machine.call(list, Arguments())
    }
    return try machine.nesting("") { () throws(PyError) -> Value in
      switch value {
      case .string:
        return try machine.call(
          .object(machine.type(of: .int(0))), Arguments([value]))
      case .object(let list as ListObject): return try wholeNumbers(in: list.items, machine)
      case .object(let tuple as TupleObject): return try wholeNumbers(in: tuple.items, machine)
      default: return value
      }
    }
  }

  private static func wholeNumbers(
    in items: [Value], _ machine: Machine
  ) throws(PyError) -> Value {
    var whole: [Value] = []
    for item in items { whole.append(try wholeNumbers(item, machine)) }
    return .object(ListObject(whole))
  }

  private static func classCount(_ call: Call) throws(PyError) -> Int? {
    if let count = try call.int("num_classes") { return count }
    return try call.int("nb_classes")
  }

  /// Each row divided by its length.
  private static func normalized(_ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    let array = try KerasTensors.array(call.required("x"), machine)
    if let order = call.given("order"), order.smallInt != 2 {
      throw call.unsupported("order", order)
    }
    let axis = try call.int("axis", or: -1)
    let session = NumPyLibrary.session(of: machine)
    let result = try machine.raising { () throws(ArrayError) -> NumPyValue in
      let real = array.dtype.isFloating ? array : try array.astype(.float64)
      let norm = try session.call(
        "linalg.norm", [.array(real)], [("axis", .int(axis)), ("keepdims", .bool(true))])
      guard case .array(let lengths) = norm else { return .array(real) }
      // Rows of zeros stay as they are.
      let safe = try session.call(
        "where", [try session.binary("==", .array(lengths), .int(0)), .int(1), .array(lengths)], [])
      return try session.binary("/", .array(real), safe)
    }
    return Value(result, session)
  }
}
