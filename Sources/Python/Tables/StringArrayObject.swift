internal import NumPyModule
internal import PythonRuntime

/// `pandas.arrays.StringArray`: the texts of a Series without its labels, missing ones among them.
final class StringArrayObject: HostObject, ItemsConvertible {
  private let items: [Value]

  init(_ items: [Value]) { self.items = items }
  deinit { LettingGo.hold(items) }

  override var hostType: TypeObject { Self.arrayType }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    let texts = try items.map { item throws(PyError) in
      item.isMissing ? "nan" : try machine.repr(item)
    }
    let listed = ListedText(texts, indent: 0, justifies: true).text
    return "<StringArray>\n\(listed)\nLength: \(items.count), dtype: str"
  }

  func arrayItems(_ machine: Machine) -> [Value]? { items }

  override func length(_ machine: Machine) -> Int? { items.count }

  override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    try machine.iterator(.object(ListObject(items)))
  }

  override func item(_ place: Value, _ machine: Machine) throws(PyError) -> Value {
    if let rows = try TableRows.chosen(place, items.count, takesPlaces: true, machine) {
      return .object(StringArrayObject(rows.map { items[$0] }))
    }
    guard let place = place.smallInt else {
      throw machine.error(
        "IndexError",
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or "
          + "boolean arrays are valid indices")
    }
    let row = place < 0 ? place + items.count : place
    guard items.indices.contains(row) else {
      throw machine.error(
        "IndexError", "index \(place) is out of bounds for axis 0 with size \(items.count)")
    }
    return items[row]
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    let own = SeriesObject(.objects(items), TableIndex(.range(items.count)))
    let made = try own.binary(operation, other, reflected: reflected, machine)
    return try made?.asObject(SeriesObject.self)?.column.array(machine) ?? made
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "shape": .object(TupleObject([.int(items.count)]))
    case "size": .int(items.count)
    case "ndim": .int(1)
    case "dtype": .string("str")
    default: nil
    }
  }

  private static let arrayType = SharedType(
    "StringArray", module: "pandas.arrays", properties: ["shape", "size", "ndim", "dtype"],
    methods: ["tolist", "to_numpy"].map { name in
      .method(name) { (array: StringArrayObject, call) throws(PyError) in
        guard name == "tolist" else {
          return try TableColumn.objects(array.items).array(call.machine)
        }
        return .object(ListObject(array.items))
      }
    } + [
      .method("astype", "dtype") { (array: StringArrayObject, call) throws(PyError) in
        let dtype = call.required("dtype")
        let type: TypeObject? = dtype.asObject()
        let name = if let type { type.name } else { try call.machine.str(dtype) }
        guard name == "str" else { throw call.unsupported("dtype", dtype) }
        return .object(array)
      }
    ])
}
