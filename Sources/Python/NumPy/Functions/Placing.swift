internal import Arrays

extension NumPyCatalog {
  /// Functions about places in arrays, and about what a value is.
  static let placing: [NumPyFunction] = [
    NumPyFunction("ix_", "*args") { call throws(ArrayError) in
      let arrays = try call.arrays("args")
      var result: [NumPyValue] = []
      for (place, array) in arrays.enumerated() {
        guard array.ndim == 1 else {
          throw ArrayError(.valueError, "Cross index must be 1 dimensional")
        }
        var shape = [Int](repeating: 1, count: arrays.count)
        let indices = array.dtype == .bool ? try array.nonzero()[0] : array
        shape[place] = indices.size
        result.append(.array(try indices.reshaped(shape)))
      }
      return .tuple(result)
    },
    NumPyFunction("broadcast_arrays", "*args") { call throws(ArrayError) in
      let arrays = try call.arrays("args")
      let shape = try NumericArray.broadcastShape(arrays.map(\.shape))
      var result: [NumPyValue] = []
      for array in arrays { result.append(.array(try array.broadcast(to: shape))) }
      return .tuple(result)
    },
    NumPyFunction("isscalar", "element") { call throws(ArrayError) in
      switch call["element"] {
      case .bool?, .int?, .float?, .string?, .scalar?, .word?: .bool(true)
      default: .bool(false)
      }
    },
    NumPyFunction("fill_diagonal", "a, val") { call throws(ArrayError) in
      guard case .array(let array)? = call["a"], array.ndim == 2 else {
        throw ArrayError(.valueError, "array must be at least 2-d")
      }
      let line = try array.diagonal()
      let value = try call.array("val", dtype: array.dtype)
      try line.assign(
        value.ndim == 0
          ? value
          : value.raveled().taking(
            NumericArray(integers: (0..<line.size).map { $0 % max(value.size, 1) }), axis: 0))
      return .none
    },
    NumPyFunction("triu_indices", "n, k=0, m=None") { call throws(ArrayError) in
      try corners(call) { $1 >= $0 &+ $2 }
    },
    NumPyFunction("tril_indices", "n, k=0, m=None") { call throws(ArrayError) in
      try corners(call) { $1 <= $0 &+ $2 }
    },
    NumPyFunction("diag_indices", "n, ndim=2") { call throws(ArrayError) in
      let places = NumPyValue.array(
        try NumericArray.arange(.int(0), .int(try call.integer("n") ?? 0), .int(1)))
      return .tuple(Array(repeating: places, count: max(0, min(try call.integer("ndim") ?? 2, 32))))
    },
    NumPyFunction("select", "condlist, choicelist, default=0") { call throws(ArrayError) in
      let conditions = try call.arrays("condlist")
      let choices = try items("choicelist", call)
      guard conditions.count == choices.count else {
        throw ArrayError(
          .valueError, "list of cases must be same length as list of conditions")
      }
      guard !conditions.isEmpty else {
        throw ArrayError(
          .valueError, "select with an empty condition list is not possible")
      }
      var result = try (call["default"] ?? .int(0)).operand()
      for (condition, choice) in zip(conditions, choices).reversed() {
        result = .array(try NumericArray.where(condition, choice.operand(), result))
      }
      guard case .array(let array) = result else { return .none }
      return .array(array)
    },
    NumPyFunction("resize", "a, new_shape") { call throws(ArrayError) in
      let (array, shape) = (try call.array().raveled(), try call.shape("new_shape") ?? [])
      let result = try NumericArray(zeros: shape, dtype: array.dtype)
      guard array.size > 0, result.size > 0 else { return .array(result) }
      let places = (0..<result.size).map { $0 % array.size }
      return .array(
        try array.taking(NumericArray(integers: places), axis: 0).reshaped(shape))
    },
    NumPyFunction("rollaxis", "a, axis, start=0") { call throws(ArrayError) in
      let array = try call.array()
      let axis = try array.normalizedAxis(call.integer("axis") ?? 0)
      var start = try call.integer("start") ?? 0
      if start < 0 { start += array.ndim }
      guard (0...array.ndim).contains(start) else {
        throw ArrayError(
          .axisError,
          "'start' arg requires \(-array.ndim) <= start < \(array.ndim + 1), but \(start) was "
            + "passed in")
      }
      var order = (0..<array.ndim).filter { $0 != axis }
      order.insert(axis, at: min(axis < start ? start - 1 : start, order.count))
      return .array(try array.transposed(order))
    },
    NumPyFunction("histogram2d", "x, y, bins=10, range=None", histogram),
  ]

  private static func items(_ name: String, _ call: NumPyCall) throws(ArrayError) -> [NumPyValue] {
    switch call[name] {
    case .list(let items)?, .tuple(let items)?: return items
    default: return try call.arrays(name).map { .array($0) }
    }
  }

  private static func corners(
    _ call: NumPyCall, _ holds: (Int, Int, Int) -> Bool
  ) throws(ArrayError) -> NumPyValue {
    let (rows, k) = (try call.integer("n") ?? 0, try call.integer("k") ?? 0)
    let columns = try call.integer("m") ?? rows
    // The places of all elements must fit into memory, as those of a matrix.
    let matrix = try NumericArray(zeros: [rows, columns], dtype: .int64)
    var (first, second): ([Int], [Int]) = ([], [])
    for row in 0..<matrix.shape[0] {
      for column in 0..<matrix.shape[1] where holds(row, column, k) {
        first.append(row)
        second.append(column)
      }
    }
    return .tuple([
      .array(try NumericArray(integers: first)), .array(try NumericArray(integers: second)),
    ])
  }

  @Sendable private static func histogram(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let (x, y) = (try call.array("x"), try call.array("y"))
    guard x.size == y.size else {
      throw ArrayError(.valueError, "x and y must have the same length.")
    }
    let counts = try call.axes("bins") ?? [10]
    guard !counts.isEmpty else {
      throw ArrayError(.indexError, "index -1 is out of bounds for axis 0 with size 0")
    }
    let ranges = call["range"] == nil ? [] : try call.array("range").reals()
    func edges(_ array: NumericArray, _ place: Int) throws(ArrayError) -> NumericArray {
      let range = ranges.count == 4 ? (ranges[2 * place], ranges[2 * place + 1]) : nil
      // Two numbers are counts, one for each axis; more of them are edges, the same for both.
      if counts.count > 2 { return try NumericArray(reals: counts.map(Double.init)) }
      let bins = counts.count > 1 ? counts[place] : counts[0]
      return try array.histogram(bins: bins, range: range).edges
    }
    let (across, down) = (try edges(x, 0), try edges(y, 1))
    let columns = down.size - 1
    let result = try NumericArray(zeros: [across.size - 1, columns])
    var cells = result.reals()
    let (rows, places) = (binned(x.reals(), across.reals()), binned(y.reals(), down.reals()))
    for case (let row?, let column?) in zip(rows, places) { cells[row * columns + column] += 1 }
    return .tuple([
      .array(try NumericArray(reals: cells, shape: result.shape)), .array(across), .array(down),
    ])
  }

  /// The interval of each number; nil outside of all. The last one includes its end.
  private static func binned(_ values: [Double], _ ends: [Double]) -> [Int?] {
    values.map { value in
      guard let first = ends.first, let last = ends.last, value >= first, value <= last else {
        return nil
      }
      return min((ends.firstIndex { $0 > value } ?? ends.count) - 1, ends.count - 2)
    }
  }
}
