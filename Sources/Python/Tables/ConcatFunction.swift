internal import PythonRuntime

/// `pd.concat`: rows of several tables under each other, or columns side by side.
struct ConcatFunction {
  private let call: Call
  private var machine: Machine { call.machine }

  static var function: BuiltinFunction {
    BuiltinFunction("concat", "objs, *, axis=0, ignore_index=False, keys=None") {
      call throws(PyError) in try ConcatFunction(call: call).joined()
    }
  }

  private func joined() throws(PyError) -> Value {
    var objects = call.required("objs")
    var keys = try call.given("keys").map { keys throws(PyError) in try machine.array(keys) }
    if let dict: DictObject = objects.asObject() {
      keys = dict.pairs.map(\.key)
      objects = .object(ListObject(dict.pairs.map(\.value)))
    }
    let given = try machine.array(objects)
    guard !given.isEmpty else { throw call.error("ValueError", "No objects to concatenate") }
    let isWide = FrameMethods.isColumns(call["axis"])
    let series = given.compactMap { $0.asObject(SeriesObject.self) }
    if let keys, !isWide || series.count < given.count || keys.count != given.count {
      throw call.unsupported("keys", .object(ListObject(keys)))
    }
    if !isWide, series.count == given.count { return .object(try stacked(series)) }
    var (frames, unnamed): ([FrameObject], Int) = ([], 0)
    for (place, item) in given.enumerated() {
      if let own: FrameObject = item.asObject() {
        frames.append(own)
      } else if isWide, let own: SeriesObject = item.asObject() {
        frames.append(
          FrameObject([(keys?[place] ?? own.name ?? .int(unnamed), own.column)], own.index))
        unnamed += own.name == nil ? 1 : 0
      } else {
        throw call.unsupported("objs", item)
      }
    }
    return .object(isWide ? try sideBySide(frames) : try stacked(frames))
  }

  private func index(_ parts: [TableIndex]) throws(PyError) -> TableIndex {
    let labels = parts.flatMap(\.values)
    return try call.bool("ignore_index", or: false)
      ? TableIndex(.range(labels.count)) : TableIndex(.values(labels))
  }

  private func stacked(_ parts: [SeriesObject]) throws(PyError) -> SeriesObject {
    var (items, isOneName): ([Value], Bool) = ([], true)
    for part in parts {
      items += try part.column.items(machine)
      let isSame = try machine.isEqual(part.name ?? .none, parts[0].name ?? .none)
      isOneName = isOneName && isSame
    }
    return SeriesObject(
      try TableColumn.column(of: items, machine), try index(parts.map(\.index)),
      name: isOneName ? parts[0].name : nil)
  }

  /// All columns that there are, in the order in which they come; what a table lacks is missing.
  private func stacked(_ frames: [FrameObject]) throws(PyError) -> FrameObject {
    let names = try union(frames.map(\.columnIndex))
    var columns: [(name: Value, column: TableColumn)] = []
    for name in names {
      var items: [Value] = []
      for frame in frames {
        if try frame.contains(name, machine) == true {
          items += try frame.column(frame.place(named: name, machine)).items(machine)
        } else {
          items += [Value](repeating: .float(.nan), count: frame.index.count)
        }
      }
      columns.append((name, try TableColumn.column(of: items, machine)))
    }
    return FrameObject(columns, try index(frames.map(\.index)))
  }

  private func union(_ parts: [TableIndex]) throws(PyError) -> [Value] {
    let all = DictObject()
    for part in parts { for label in part.values { try all.set(label.plain, label, machine) } }
    return all.pairs.map(\.value)
  }

  private func sideBySide(_ frames: [FrameObject]) throws(PyError) -> FrameObject {
    var (labels, areSame) = (frames[0].index, true)
    for frame in frames where try !frame.index.isSame(as: labels, machine) { areSame = false }
    if !areSame { labels = TableIndex(.values(try union(frames.map(\.index)))) }
    var columns: [(name: Value, column: TableColumn)] = []
    for frame in frames {
      let rows = areSame ? nil : try self.rows(labels, frame.index)
      for place in 0..<frame.columnIndex.count {
        let name = frame.columnIndex[place]
        var column = frame.column(place)
        if let rows { column = try column.taking(rows, machine) }
        columns.append((name, column))
      }
    }
    if try call.bool("ignore_index", or: false) {
      columns = columns.enumerated().map { (.int($0), $1.column) }
    }
    return FrameObject(columns, labels)
  }

  /// For each label the row that has it.
  private func rows(_ labels: TableIndex, _ own: TableIndex) throws(PyError) -> [Int?] {
    let places = DictObject()
    for (row, label) in own.values.enumerated() {
      guard try places.value(label.plain, machine) == nil else {
        throw call.error(
          "InvalidIndexError", "Reindexing only valid with uniquely valued Index objects")
      }
      try places.set(label.plain, .int(row), machine)
    }
    return try labels.values.map { label throws(PyError) in
      try places.value(label.plain, machine)?.smallInt
    }
  }
}

/// `pd.isna` and its kin.
enum MissingFunctions {
  static var all: [BuiltinFunction] {
    ["isna", "isnull", "notna", "notnull"].map { name in
      BuiltinFunction(name, "obj") { call throws(PyError) in
        let value = call.required("obj")
        if value.asObject(SeriesObject.self) != nil || value.asObject(FrameObject.self) != nil {
          return try call.machine.callMethod(value, name, Arguments())
        }
        let isMissing = if case .none = value { true } else { value.isMissing }
        if value.double != nil || value.asObject() == nil {
          return .bool(isMissing == name.hasPrefix("is"))
        }
        return try TableColumn(value, count: nil, call.machine).missing(
          name.hasPrefix("is"), call.machine
        ).array(call.machine)
      }
    }
  }
}
