internal import Arrays
internal import PythonRuntime

/// The columns of a frame as one kind of picture.
struct KindPlot {
  let frame: FrameObject
  let places: [Int]
  let labels: [String]
  let index: TableIndex
  let axes: Value
  let call: Call

  private var machine: Machine { call.machine }

  /// The words of style that were given, those of one column where there is one for each.
  private func style(_ order: Int, _ names: [String]) throws(PyError) -> [(
    name: String, value: Value
  )] {
    var all: [(name: String, value: Value)] = [("label", .string(labels[order]))]
    for name in names {
      guard let value = call.given(name) else { continue }
      if let dict: DictObject = value.asObject() {
        if let own = try dict.value(frame.columnIndex[places[order]], machine) {
          all.append((name, own))
        }
      } else if let list = value.asObject(ListObject.self)?.items, !list.isEmpty {
        all.append((name, list[order % list.count]))
      } else {
        all.append((name, value))
      }
    }
    return all
  }

  private func tell(
    _ name: String, _ values: [Value], _ keywords: [(name: String, value: Value)] = []
  ) throws(PyError) {
    _ = try machine.callMethod(axes, name, Arguments(values, keywords: keywords))
  }

  private func column(_ order: Int) throws(PyError) -> Value {
    try frame.column(places[order]).array(machine)
  }

  func lines() throws(PyError) {
    let labels = try TableColumn.column(of: index.values, machine)
    let places = (0..<index.count).map(Value.int)
    let xs = labels.isNumeric ? try labels.array(machine) : .object(ListObject(places))
    let names = [
      "color", "marker", "markersize", "ms", "linestyle", "ls", "linewidth", "lw", "alpha",
    ]
    for order in self.places.indices {
      var keywords = try style(order, names)
      var values = [xs, try column(order)]
      if let format = try style(order, ["style"]).first(where: { $0.name == "style" }) {
        values.append(format.value)
        if case .string(let text) = format.value, text.contains(where: "bgrcmykw".contains) {
          keywords.removeAll { $0.name == "color" }
        }
      }
      try tell("plot", values, keywords)
    }
    if !labels.isNumeric { try nameTicks() }
    if let name = index.name { try tell("set_xlabel", [.string(name)]) }
  }

  /// The ticks keep their places; those at whole numbers have the labels of their rows.
  private func nameTicks() throws(PyError) {
    let ends = try machine.array(machine.callMethod(axes, "get_xlim", Arguments()))
    let ticks = try TableNumbers.array(
      machine.callMethod(axes, "get_xticks", Arguments()), machine
    ).reals()
    let shown = ticks.filter { $0 >= ends[0].double ?? 0 && $0 <= ends[1].double ?? 0 }
    let texts = try index.texts(machine)
    let names = shown.map { tick in
      Int(exactly: tick).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
    }
    try tell(
      "set_xticks",
      [
        .object(ListObject(shown.map(Value.float))), .object(ListObject(names.map(Value.string))),
      ])
  }

  func histograms() throws(PyError) {
    var bins = call["bins"] ?? .int(10)
    if places.count > 1, bins.smallInt != nil {
      // All columns have the same bins.
      var all: [Double] = []
      for place in places { all += frame.column(place).numbers?.reals().filter { !$0.isNaN } ?? [] }
      guard let numpy = machine.modules["numpy"]?.members["histogram"] else { return }
      let values = try TableColumn.reals(all, machine).array(machine)
      bins = try machine.item(
        machine.call(numpy, Arguments([values], keywords: [("bins", bins)])), .int(1))
    }
    for order in places.indices {
      let missing = frame.column(places[order]).missing
      let present = try frame.column(places[order]).taking(
        missing.indices.filter { !missing[$0] }, machine)
      try tell(
        "hist", [present.array(machine)], style(order, ["color", "alpha"]) + [("bins", bins)])
    }
    try tell("set_ylabel", [.string("Frequency")])
  }

  /// Groups of bars, one for each row, with a bar for each column.
  func bars(areVertical: Bool) throws(PyError) {
    let width = try call.double("width", or: 0.5)
    let own = width / Double(places.count)
    for order in places.indices {
      let shift = (Double(order) + 0.5) * own - width / 2
      let centers = (0..<index.count).map { Value.float(Double($0) + shift) }
      try tell(
        areVertical ? "bar" : "barh",
        [.object(ListObject(centers)), column(order), .float(own)],
        style(order, ["color", "alpha"]))
    }
    let axis = areVertical ? "x" : "y"
    let edges = [-width / 2 - 0.25, Double(index.count - 1) + width / 2 + 0.25].map(Value.float)
    try tell("set_\(axis)lim", [.object(TupleObject(edges))])
    try tell(
      "set_\(axis)ticks",
      [
        .object(ListObject((0..<index.count).map(Value.int))),
        .object(ListObject(try index.texts(machine).map(Value.string))),
      ])
    if areVertical, call.given("rot") == nil {
      try tell("tick_params", [], [("axis", .string("x")), ("rotation", .int(90))])
    }
    if let name = index.name { try tell("set_\(axis)label", [.string(name)]) }
  }
}
