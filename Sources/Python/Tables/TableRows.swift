internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// Rows that stand between brackets.
enum TableRows {
  /// The rows of a slice, a mask or a list of places; nil for anything else.
  static func chosen(
    _ place: Value, _ count: Int, takesPlaces: Bool = false, _ machine: Machine
  ) throws(PyError) -> [Int]? {
    if let slice: SliceObject = place.asObject() {
      let all = try machine.item(.object(ListObject((0..<count).map { .int($0) })), .object(slice))
      return try machine.array(all).compactMap(\.smallInt)
    }
    guard case .object(let object) = place,
      object is ListObject || object is SeriesObject
        || ((object as? NumPyObject)?.array?.ndim ?? 0) > 0
    else { return nil }
    let array = try TableNumbers.array(place, machine)
    if array.dtype == .bool {
      guard array.size == count else {
        throw machine.error(
          "ValueError", "Item wrong length \(array.size) instead of \(count).")
      }
      return array.integers().enumerated().filter { $0.element != 0 }.map(\.offset)
    }
    guard takesPlaces else { return nil }
    var rows: [Int] = []
    for number in array.integers() { rows.append(try row(number, count, machine)) }
    return rows
  }

  /// A row that may be counted from the end.
  static func row(_ number: Int, _ count: Int, _ machine: Machine) throws(PyError) -> Int {
    let row = number < 0 ? number + count : number
    guard (0..<count).contains(row) else {
      throw machine.error("IndexError", "single positional indexer is out-of-bounds")
    }
    return row
  }
}

/// `iloc` and `loc` of a Series or a frame.
final class TablePlace: Object {
  private let series: SeriesObject?
  private let frame: FrameObject?
  private let byLabel: Bool

  init(series: SeriesObject? = nil, frame: FrameObject? = nil, byLabel: Bool) {
    (self.series, self.frame, self.byLabel) = (series, frame, byLabel)
  }

  override var typeName: String { byLabel ? "_LocIndexer" : "_iLocIndexer" }

  override func item(_ place: Value, _ machine: Machine) throws(PyError) -> Value {
    if let series {
      switch try rows(place, series.index, machine) {
      case .one(let row): return try series.column.item(row, machine)
      case .several(let rows): return .object(try series.taking(rows, machine))
      }
    }
    guard let frame else { return .none }
    let parts = place.asObject(TupleObject.self)?.items ?? [place]
    guard parts.count <= 2 else { throw machine.error("IndexError", "Too many indexers") }
    let columns = parts.count == 2 ? try rows(parts[1], frame.columnIndex, machine) : nil
    let chosen = try rows(parts[0], frame.index, machine)
    switch (chosen, columns) {
    case (.one(let row), .one(let column)?): return try frame.column(column).item(row, machine)
    case (.one(let row), let columns):
      let part = try frame.columns(columns?.all ?? Array(0..<frame.columnIndex.count))
      return .object(try part.row(row, machine))
    case (.several(let rows), .one(let column)?):
      return .object(try frame.series(column).taking(rows, machine))
    case (.several(let rows), let columns):
      let part = try frame.columns(columns?.all ?? Array(0..<frame.columnIndex.count))
      return .object(try part.taking(rows, machine))
    }
  }

  private enum Choice {
    case one(Int)
    case several([Int])

    var all: [Int] {
      switch self {
      case .one(let row): [row]
      case .several(let rows): rows
      }
    }
  }

  private func rows(_ place: Value, _ index: TableIndex, _ machine: Machine) throws(PyError)
    -> Choice
  {
    guard byLabel else {
      if let rows = try TableRows.chosen(place, index.count, takesPlaces: true, machine) {
        return .several(rows)
      }
      guard let number = place.smallInt else {
        throw machine.error(
          "TypeError", "Cannot index by location index with a non-integer key")
      }
      return .one(try TableRows.row(number, index.count, machine))
    }
    if let slice: SliceObject = place.asObject() {
      return .several(try labeled(slice, index, machine))
    }
    if let list: ListObject = place.asObject() {
      let isMask = list.items.allSatisfy { if case .bool = $0 { true } else { false } }
      guard !isMask || list.items.isEmpty else {
        return .several(try TableRows.chosen(place, index.count, machine) ?? [])
      }
      var rows: [Int] = []
      for label in list.items { rows.append(try index.row(of: label, machine)) }
      return .several(rows)
    }
    if let rows = try TableRows.chosen(place, index.count, machine) { return .several(rows) }
    return .one(try index.row(of: place, machine))
  }

  /// A slice of labels has both of its ends.
  private func labeled(
    _ slice: SliceObject, _ index: TableIndex, _ machine: Machine
  ) throws(PyError) -> [Int] {
    func place(_ value: Value, _ otherwise: Int) throws(PyError) -> Int {
      if case .none = value { return otherwise }
      if case .range(let count) = index.labels, let number = value.smallInt, number >= 0 {
        return min(number, count - 1)
      }
      return try index.row(of: value, machine)
    }
    if case .none = slice.step {
    } else {
      throw machine.error("NotImplementedError", "loc with a step is not supported by Caderno")
    }
    let (first, last) = (try place(slice.start, 0), try place(slice.stop, index.count - 1))
    return first <= last ? Array(first...last) : []
  }
}
