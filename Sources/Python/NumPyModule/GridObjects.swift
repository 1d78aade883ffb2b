internal import PythonRuntime
internal import NumPy
internal import Arrays

/// `np.r_[a, 1:4, 5]`: arrays, ranges and numbers one behind the other.
final class RowJoiner: Object {
  private let session: NumPySession
  init(_ session: NumPySession) { self.session = session }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    var values: [NumPyValue] = []
    for part in index.asObject(TupleObject.self)?.items ?? [index] {
      if case .string(let text) = part {
        throw machine.error(
          "NotImplementedError", "np.r_['\(text)'] is not supported by Caderno")
      }
      let given = try NumPyValue(part, machine)
      values.append(
        try machine.raising { () throws(ArrayError) in
          if case .slice(let start, let stop, let step) = given {
            return try session.call(
              "arange", [.int(start ?? 0), .int(stop ?? 0), .int(step ?? 1)])
          }
          return try session.call("atleast_1d", [given])
        })
    }
    let result = try machine.raising { () throws(ArrayError) in
      try session.call("concatenate", [.list(values)], [])
    }
    return Value(result, session)
  }
}

/// `np.mgrid[0:2, 0:3]` and `np.ogrid`: places of a grid, along each axis.
final class GridMaker: Object {
  private let session: NumPySession
  /// Whether each axis has its numbers only, in a shape that broadcasts.
  private let isOpen: Bool

  init(_ session: NumPySession, isOpen: Bool) { (self.session, self.isOpen) = (session, isOpen) }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    let tuple = index.asObject(TupleObject.self)
    var ranges: [NumPyValue] = []
    for part in tuple?.items ?? [index] {
      guard let slice: SliceObject = part.asObject() else {
        throw machine.error("TypeError", "a grid is made of slices")
      }
      var bounds: [NumPyValue] = []
      for (value, otherwise) in [(slice.start, 0), (slice.stop, 0), (slice.step, 1)] {
        let given = try NumPyValue(value, machine)
        if case .none = given { bounds.append(.int(otherwise)) } else { bounds.append(given) }
      }
      let range = bounds
      ranges.append(
        try machine.raising { () throws(ArrayError) in try session.call("arange", range) })
    }
    let axes = ranges
    let result = try machine.raising { () throws(ArrayError) -> NumPyValue in
      if tuple == nil { return axes[0] }
      if isOpen { return try session.call("ix_", axes) }
      let grids = try session.call("meshgrid", axes, [("indexing", .string("ij"))])
      return try session.call("stack", [grids])
    }
    return Value(result, session)
  }
}
