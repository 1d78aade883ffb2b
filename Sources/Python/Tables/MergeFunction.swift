internal import PythonRuntime

/// `merge`: rows of two frames side by side where their keys are equal.
struct MergeFunction {
  private let left, right: FrameObject
  /// The columns of the keys, of both frames.
  private let keys: (left: [Int], right: [Int])
  private let machine: Machine

  private static let parameters =
    "right, how='inner', on=None, left_on=None, right_on=None, suffixes=None"

  static var method: Method {
    .method("merge", parameters) { (frame: FrameObject, call) throws(PyError) in
      .object(try Self(frame, call).merged(call))
    }
  }

  static var function: BuiltinFunction {
    BuiltinFunction("merge", "left, " + parameters) { call throws(PyError) in
      guard let frame: FrameObject = call.required("left").asObject() else {
        throw call.unsupported("left", call.required("left"))
      }
      return .object(try Self(frame, call).merged(call))
    }
  }

  private init(_ left: FrameObject, _ call: Call) throws(PyError) {
    guard let right: FrameObject = call.required("right").asObject() else {
      throw call.unsupported("right", call.required("right"))
    }
    (self.left, self.right, machine) = (left, right, call.machine)
    func names(_ name: String) -> [Value]? {
      call.given(name).map { $0.asObject(ListObject.self)?.items ?? [$0] }
    }
    var common: [Value] = []
    for name in left.columnIndex.values
    where try right.contains(name, call.machine) == true { common.append(name) }
    let own = names("on") ?? names("left_on") ?? common
    let others = names("on") ?? names("right_on") ?? common
    guard !own.isEmpty else {
      throw call.error(
        "MergeError",
        "No common columns to perform merge on. Merge options: left_on=None, right_on=None, "
          + "left_index=False, right_index=False")
    }
    guard own.count == others.count else {
      throw call.error("ValueError", "len(right_on) must equal len(left_on)")
    }
    keys = (
      try own.map { name throws(PyError) in try left.place(named: name, call.machine) },
      try others.map { name throws(PyError) in try right.place(named: name, call.machine) }
    )
  }

  /// The keys of each row, as a value that a dict can find.
  private func keys(_ frame: FrameObject, _ places: [Int]) throws(PyError) -> [Value] {
    var columns: [[Value]] = []
    for place in places { columns.append(try frame.column(place).items(machine)) }
    guard !columns.contains(where: { $0.contains(where: \.isMissing) }) else {
      throw machine.error(
        "NotImplementedError", "merge() with missing keys is not supported by Caderno")
    }
    return (0..<frame.index.count).map { row in
      .object(TupleObject(columns.map { $0[row].plain }))
    }
  }

  private typealias Pair = (left: Int?, right: Int?)

  private func pairs(_ how: String, _ call: Call) throws(PyError) -> [Pair] {
    guard ["inner", "left", "right", "outer"].contains(how) else {
      throw call.unsupported("how", .string(how))
    }
    let (own, others) = (try keys(left, keys.left), try keys(right, keys.right))
    let leads = how != "right"
    let partners = DictObject()
    for (row, key) in (leads ? others : own).enumerated() {
      if let list: ListObject = try partners.value(key, machine)?.asObject() {
        list.items.append(.int(row))
      } else {
        try partners.set(key, .object(ListObject([.int(row)])), machine)
      }
    }
    var (pairs, met): ([Pair], Set<Int>) = ([], [])
    for (row, key) in (leads ? own : others).enumerated() {
      let found: ListObject? = try partners.value(key, machine)?.asObject()
      let rows = found?.items.compactMap(\.smallInt) ?? []
      try machine.step(count: rows.count)
      met.formUnion(rows)
      for other in rows { pairs.append(leads ? (row, other) : (other, row)) }
      if rows.isEmpty, how != "inner" { pairs.append(leads ? (row, nil) : (nil, row)) }
    }
    guard how == "outer" else { return pairs }
    pairs += others.indices.filter { !met.contains($0) }.map { (nil, $0) }
    return try sorted(pairs)
  }

  /// In the order of the keys; pairs with the same keep theirs.
  private func sorted(_ pairs: [Pair]) throws(PyError) -> [Pair] {
    var columns: [TableColumn] = []
    for (own, other) in zip(keys.left, keys.right) {
      columns.append(try key(own, other, pairs))
    }
    let order = try RowOrder.rows(columns, rises: columns.map { _ in true }, machine)
    return order.map { pairs[$0] }
  }

  /// A column of keys, from the frame that has the row.
  private func key(_ own: Int, _ other: Int, _ pairs: [Pair]) throws(PyError) -> TableColumn {
    if pairs.allSatisfy({ $0.left != nil }) {
      return try left.column(own).taking(pairs.compactMap(\.left), machine)
    }
    let (mine, theirs) = (
      try left.column(own).items(machine), try right.column(other).items(machine)
    )
    return try TableColumn.column(
      of: pairs.map { $0.left.map { mine[$0] } ?? $0.right.map { theirs[$0] } ?? .none }, machine)
  }

  private func merged(_ call: Call) throws(PyError) -> FrameObject {
    let pairs = try pairs(try call.string("how") ?? "inner", call)
    let marks = try suffixes(call)
    let names = (left.columnIndex.values, right.columnIndex.values)
    /// Whether both frames' keys have one name, so that there is one column of them.
    func shared(_ place: Int) throws(PyError) -> Int? {
      guard let order = keys.left.firstIndex(of: place) else { return nil }
      let other = keys.right[order]
      return try machine.isEqual(names.0[place], names.1[other]) ? other : nil
    }
    var (columns, gone): ([(name: Value, column: TableColumn)], Set<Int>) = ([], [])
    for place in names.0.indices {
      if let other = try shared(place) {
        gone.insert(other)
        columns.append((names.0[place], try key(place, other, pairs)))
      } else {
        columns.append(
          (names.0[place], try left.column(place).taking(pairs.map(\.left), machine)))
      }
    }
    let own = columns.count
    for place in names.1.indices where !gone.contains(place) {
      var name = names.1[place]
      for mine in 0..<own where try machine.isEqual(columns[mine].name, name) {
        columns[mine].name = .string(try machine.str(name) + marks[0])
        name = .string(try machine.str(name) + marks[1])
      }
      columns.append((name, try right.column(place).taking(pairs.map(\.right), machine)))
    }
    return FrameObject(columns, TableIndex(.range(pairs.count)))
  }

  private func suffixes(_ call: Call) throws(PyError) -> [String] {
    guard let given = call.given("suffixes") else { return ["_x", "_y"] }
    let marks = try machine.array(given)
    guard marks.count == 2 else { throw call.unsupported("suffixes", given) }
    return try marks.map { mark throws(PyError) in
      if case .none = mark { return "" }
      return try machine.str(mark)
    }
  }
}

extension TableColumn {
  /// The values of rows; where there is no row, the value is missing.
  func taking(_ rows: [Int?], _ machine: Machine) throws(PyError) -> TableColumn {
    let present = rows.compactMap(\.self)
    guard present.count < rows.count else { return try taking(present, machine) }
    let items = try items(machine)
    return try Self.column(of: rows.map { $0.map { items[$0] } ?? .float(.nan) }, machine)
  }
}
