internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// What stands on the other side of an operator of a frame: one value for all columns, or one for each.
enum FrameOperand {
  case one(Value)
  case each([Value])

  /// Another frame, or a Series with the columns' labels, or a list or array that has a value for each column.
  init(_ other: Value, _ frame: FrameObject, _ machine: Machine) throws(PyError) {
    let width = frame.columnIndex.count
    if let right: FrameObject = other.asObject() {
      try Self.check(right.columnIndex, frame.columnIndex, machine)
      self = .each((0..<width).map { .object(right.series($0)) })
    } else if let series: SeriesObject = other.asObject() {
      try Self.check(series.index, frame.columnIndex, machine)
      self = .each(try series.column.items(machine))
    } else if let array = other.asObject(NumPyObject.self)?.array, array.ndim > 0 {
      self = .each(try Self.columns(of: array, other, frame, machine))
    } else if other.asObject(ListObject.self) != nil || other.asObject(TupleObject.self) != nil {
      self = .each(try Self.sized(machine.array(other), width, machine))
    } else {
      self = .one(other)
    }
  }

  private static func check(
    _ labels: TableIndex, _ own: TableIndex, _ machine: Machine
  ) throws(PyError) {
    guard try labels.isSame(as: own, machine) else {
      throw machine.error(
        "NotImplementedError",
        "operations on tables with other labels are not supported by Caderno")
    }
  }

  private static func columns(
    of array: NumericArray, _ value: Value, _ frame: FrameObject, _ machine: Machine
  ) throws(PyError) -> [Value] {
    let size = (frame.index.count, frame.columnIndex.count)
    if array.ndim == 1 { return try sized(machine.array(value), size.1, machine) }
    guard array.ndim == 2, array.shape[0] == size.0, array.shape[1] == size.1 else {
      throw machine.error(
        "ValueError",
        "Unable to coerce to DataFrame, shape must be (\(size.0), \(size.1)): given \(array.shape)")
    }
    let turned = try machine.raising { () throws(ArrayError) in try array.transposed().elements() }
    return turned.map { TableNumbers.value($0, machine) }
  }

  private static func sized(
    _ values: [Value], _ width: Int, _ machine: Machine
  ) throws(PyError) -> [Value] {
    guard values.count == width else {
      throw machine.error(
        "ValueError",
        "Unable to coerce to Series, length must be \(width): given \(values.count)")
    }
    return values
  }

  /// What a column meets; a whole column has the frame's own labels by then.
  func value(at place: Int, _ machine: Machine) -> Value {
    switch self {
    case .one(let value): value
    case .each(let values): values[place]
    }
  }
}
