internal import PythonRuntime
internal import NumPy
internal import Arrays

/// Functions of `numpy` that call functions of the program, or walk through places one by one.
struct ProgramFunctions {
  let session: NumPySession

  var members: [String: Value] {
    var all: [String: Value] = [:]
    for function in [vectorize, alongAxis, enumerated, places] {
      all[function.name] = .object(function)
    }
    return all
  }

  private var vectorize: BuiltinFunction {
    BuiltinFunction(
      "vectorize", "pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None"
    ) {
      [session] call throws(PyError) in
      for name in ["otypes", "excluded", "signature"] {
        if let value = call.given(name) { throw call.unsupported(name, value) }
      }
      let function = call.required("pyfunc")
      return .object(
        BuiltinFunction("vectorize", "*args") { call throws(PyError) in
          try Self.mapped(function, call, session)
        })
    }
  }

  /// The function of each element; the first result tells the dtype of all.
  private static func mapped(
    _ function: Value, _ call: Call, _ session: NumPySession
  ) throws(PyError) -> Value {
    let machine = call.machine
    var given: [NumericArray] = []
    for value in call.rest { given.append(try machine.numericArray(value, session)) }
    guard !given.isEmpty else {
      throw call.error("ValueError", "cannot call `vectorize` with no arguments")
    }
    let arrays = given
    let (shape, columns) = try machine.raising {
      () throws(ArrayError) -> ([Int], [[ScalarValue]]) in
      let shape = try NumericArray.broadcastShape(arrays.map(\.shape))
      var columns: [[ScalarValue]] = []
      for array in arrays { columns.append(try array.broadcast(to: shape).scalars()) }
      return (shape, columns)
    }
    guard let count = columns.first?.count, count > 0 else {
      throw call.error(
        "ValueError", "cannot call `vectorize` on size 0 inputs unless `otypes` is set")
    }
    var results: [NumPyValue] = []
    for place in 0..<count {
      let values = columns.map { Value(NumPyValue($0[place]), session) }
      results.append(try NumPyValue(try machine.call(function, Arguments(values)), machine))
    }
    let made = results
    return try machine.raising { () throws(ArrayError) -> Value in
      let first = try session.call("asarray", [made[0]])
      guard case .array(let sample) = first else {
        throw ArrayError(
          .notImplementedError, "vectorize of a function that gives no numbers is not supported")
      }
      let array = try NumPyValue.list(made).asArray().astype(sample.dtype)
      return Value(.array(try array.reshaped(shape)), session)
    }
  }

  private var alongAxis: BuiltinFunction {
    BuiltinFunction("apply_along_axis", "func1d, axis, arr, *args, **kwargs") {
      [session] call throws(PyError) in
      let machine = call.machine
      let array = try machine.numericArray(call.required("arr"), session)
      let (axis, wanted) = (call.required("axis").smallInt ?? 0, array.ndim)
      let (lines, outer) = try machine.raising {
        () throws(ArrayError) -> ([NumericArray], [Int]) in
        let own = try array.normalizedAxis(axis)
        let order = (0..<wanted).filter { $0 != own } + [own]
        let moved = try array.transposed(order)
        let flat = try moved.reshaped([-1, moved.shape[wanted - 1]])
        return (try flat.elements(), Array(moved.shape.dropLast()))
      }
      var parts: [NumericArray] = []
      for line in lines {
        let values = [Value(.array(line), session)] + call.rest
        let result = try machine.call(
          call.required("func1d"), Arguments(values, keywords: call.others))
        parts.append(try machine.numericArray(result, session))
      }
      let made = parts
      return try machine.raising { () throws(ArrayError) -> Value in
        guard let first = made.first else {
          throw ArrayError(
            .valueError, "Cannot apply_along_axis when any iteration dimensions are 0")
        }
        let stacked = try NumericArray.stack(made).astype(first.dtype)
        let whole = try stacked.reshaped(outer + first.shape)
        // The result's own axes stand where the line was.
        let own = try array.normalizedAxis(axis)
        let inner = Array(outer.count..<outer.count + first.ndim)
        let order = Array(0..<own) + inner + Array(own..<outer.count)
        return Value(.result(try whole.transposed(order)), session)
      }
    }
  }

  private var enumerated: BuiltinFunction {
    BuiltinFunction("ndenumerate", "arr") { [session] call throws(PyError) in
      let array = try call.machine.numericArray(call.required("arr"), session)
      var next = PlaceCounter(array.shape)
      let flat = try call.machine.raising { () throws(ArrayError) in try array.raveled() }
      var count = 0
      return .object(
        HostIterator { machine throws(PyError) in
          guard let places = next.next() else { return nil }
          let place = count
          count += 1
          let value = try machine.raising { () throws(ArrayError) in
            try session.item(of: flat, at: .int(place))
          }
          return .object(
            TupleObject([
              .object(TupleObject(places.map { .int($0) })), Value(value, session),
            ]))
        })
    }
  }

  private var places: BuiltinFunction {
    BuiltinFunction("ndindex", "*shape") { call throws(PyError) in
      let only = call.rest.count == 1 ? call.rest[0] : .object(TupleObject(call.rest))
      var next = PlaceCounter(try call.machine.shape(only))
      return .object(
        HostIterator { _ in
          next.next().map { places in .object(TupleObject(places.map { .int($0) })) }
        })
    }
  }
}

/// The places of an array in row-major order.
struct PlaceCounter {
  private let shape: [Int]
  private var place: [Int]?

  init(_ shape: [Int]) {
    self.shape = shape
    place = shape.contains { $0 <= 0 } ? nil : [Int](repeating: 0, count: shape.count)
  }

  mutating func next() -> [Int]? {
    guard let now = place else { return nil }
    var following = now
    var axis = shape.count - 1
    while axis >= 0 {
      following[axis] += 1
      if following[axis] < shape[axis] { break }
      following[axis] = 0
      axis -= 1
    }
    place = axis < 0 ? nil : following
    return now
  }
}

extension Machine {
  /// A value of the program as an array of numbers.
  func numericArray(_ value: Value, _ session: NumPySession) throws(PyError) -> NumericArray {
    if let array = value.asObject(NumPyObject.self)?.array { return array }
    let given = try NumPyValue(value, self)
    return try raising { () throws(ArrayError) in try given.asArray() }
  }
}
