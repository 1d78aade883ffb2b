internal import PythonRuntime
internal import Matplotlib

/// What `subplots` gives: axes in rows and columns.
final class AxesGrid: HostObject {
  let items: [Value]
  let shape: [Int]

  init(_ items: [Value], shape: [Int]) { (self.items, self.shape) = (items, shape) }

  deinit { LettingGo.hold(items) }

  override var hostType: TypeObject { Self.gridType }
  override var typeName: String { "numpy.ndarray" }
  override func repr(_ machine: Machine) throws(PyError) -> String { try shown(machine) }
  override func length(_ machine: Machine) -> Int? { shape.first }

  override func iterator(_ machine: Machine) -> IteratorObject? {
    ItemIterator((0..<(shape.first ?? 0)).map(row))
  }

  func row(_ index: Int) -> Value {
    guard shape.count == 2 else { return items[index] }
    return .object(
      AxesGrid(Array(items[index * shape[1]..<(index + 1) * shape[1]]), shape: [shape[1]]))
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if let places = index.asObject(TupleObject.self)?.items {
      guard places.count == shape.count else {
        throw machine.error(
          "IndexError",
          "too many indices for array: array is \(shape.count)-dimensional, but \(places.count) were indexed"
        )
      }
      var found = Value.object(self)
      for (axis, place) in places.enumerated() {
        if place.asObject(SliceObject.self) != nil, axis == 0, shape.count == 2 {
          // A column.
          let column = try checked(places[1], shape[1], axis: 1, machine)
          return .object(
            AxesGrid((0..<shape[0]).map { items[$0 * shape[1] + column] }, shape: [shape[0]]))
        }
        found = try machine.item(found, place)
      }
      return found
    }
    if index.asObject(SliceObject.self) != nil {
      let rows = ListObject((0..<(shape.first ?? 0)).map(row))
      return try rows.item(index, machine)
    }
    return row(try checked(index, shape[0], axis: 0, machine))
  }

  private func checked(
    _ index: Value, _ count: Int, axis: Int, _ machine: Machine
  ) throws(PyError) -> Int {
    let number = try machine.integer(index, "index")
    let place = number < 0 ? number + count : number
    guard (0..<count).contains(place) else {
      throw machine.error(
        "IndexError", "index \(number) is out of bounds for axis \(axis) with size \(count)")
    }
    return place
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "flat": .object(AxesGrid(items, shape: [items.count]))
    case "shape": .object(TupleObject(shape.map { .int($0) }))
    case "size": .int(items.count)
    case "ndim": .int(shape.count)
    case "T":
      shape.count == 2
        ? .object(
          AxesGrid(
            (0..<shape[1]).flatMap { column in (0..<shape[0]).map { items[$0 * shape[1] + column] }
            },
            shape: [shape[1], shape[0]])) : .object(self)
    default: nil
    }
  }

  static let gridType: SharedType = SharedType(
    "ndarray", module: "numpy", properties: ["flat", "shape", "size", "ndim", "T"],
    methods: ["ravel", "flatten"].map { name in
      .method(name) { (grid: AxesGrid, _) throws(PyError) in
        .object(AxesGrid(grid.items, shape: [grid.items.count]))
      }.giving { _ in .object(gridType) }
    } + [
      .method("reshape", "*shape") { (grid: AxesGrid, call) throws(PyError) in
        guard call.rest.count == 1, call.rest[0].smallInt == -1 else {
          throw call.error("NotImplementedError", "axes can be reshaped to (-1) only")
        }
        return .object(AxesGrid(grid.items, shape: [grid.items.count]))
      }.giving { _ in .object(gridType) }
    ],
    items: [AxesFunctions.type, gridType], turns: ["flat", "T"])
}

/// Values one by one.
final class ItemIterator: IteratorObject {
  private var rest: ArraySlice<Value>
  init(_ items: [Value]) { rest = items[...] }

  deinit { LettingGo.hold(rest) }

  override func next(_ machine: Machine) -> Value? { rest.popFirst() }
}
