/// Methods of lists and tuples. The first argument is the list.
enum ListMethods {
  static var tuple: [Method] { [count, index] }

  static var all: [Method] {
    [
      count, index,
      method("append", 1) { list, values, machine throws(PyError) in
        try machine.spend(growingTo: list.items.count + 1)
        list.items.append(values[0])
        return .none
      },
      method("extend", 1) { list, values, machine throws(PyError) in
        let more = try machine.array(values[0])
        try machine.spend(items: more.count, growingTo: list.items.count + more.count)
        list.items += more
        return .none
      },
      method("insert", 2) { list, values, machine throws(PyError) in
        guard let place = values[0].smallInt else {
          throw machine.error(
            "TypeError",
            "'\(machine.typeName(values[0]))' object cannot be interpreted as an integer")
        }
        let size = list.items.count
        list.items.insert(values[1], at: min(max(place < 0 ? place + size : place, 0), size))
        return .none
      },
      Method("pop") { arguments, machine throws(PyError) in
        let list = try receiver(arguments, machine)
        if list.items.isEmpty { throw machine.error("IndexError", "pop from empty list") }
        let index = arguments.positional.count > 1 ? arguments.positional[1] : .int(-1)
        guard let number = index.smallInt else {
          throw machine.notWhole(index)
        }
        let place = number < 0 ? number + list.items.count : number
        guard list.items.indices.contains(place) else {
          throw machine.error("IndexError", "pop index out of range")
        }
        return list.items.remove(at: place)
      },
      method("remove", 1) { list, values, machine throws(PyError) in
        for (place, item) in list.items.enumerated() where try machine.isSame(item, values[0]) {
          list.items.remove(at: place)
          return .none
        }
        throw machine.error("ValueError", "list.remove(x): x not in list")
      },
      method("clear", 0) { list, _, _ in
        list.items = []
        return .none
      },
      method("copy", 0) { list, _, _ in .object(ListObject(list.items)) },
      method("reverse", 0) { list, _, _ in
        list.items.reverse()
        return .none
      },
      Method("sort") { arguments, machine throws(PyError) in
        let list = try receiver(arguments, machine)
        list.items = try machine.sorted(list.items, arguments.keywords, "sort")
        return .none
      },
    ]
  }

  private static let count = Method("count") {
    arguments, machine throws(PyError) in
    let items = try machine.array(arguments.positional[0])
    guard arguments.positional.count == 2, arguments.keywords.isEmpty else {
      throw machine.wrongCount(
        "\(machine.typeName(arguments.positional[0])).count", 1, arguments.positional.count - 1)
    }
    var count = 0
    for item in items where try machine.isSame(item, arguments.positional[1]) { count += 1 }
    return .int(count)
  }

  /// `index(value, start, stop)`.
  private static let index = Method("index") {
    arguments, machine throws(PyError) in
    let items = try machine.array(arguments.positional[0])
    let given = arguments.positional.count - 1
    guard (1...3).contains(given), arguments.keywords.isEmpty else {
      throw machine.error(
        "TypeError",
        given < 1
          ? "index expected at least 1 argument, got 0"
          : "index expected at most 3 arguments, got \(given)")
    }
    let wanted = arguments.positional[1]
    let slice = SliceObject(
      given > 1 ? arguments.positional[2] : .none, given > 2 ? arguments.positional[3] : .none,
      .none)
    for place in try slice.range(of: items.count, machine)
    where try machine.isSame(items[place], wanted) { return .int(place) }
    if arguments.positional[0].asObject(TupleObject.self) != nil {
      throw machine.error("ValueError", "tuple.index(x): x not in tuple")
    }
    throw machine.error("ValueError", "\(try machine.repr(wanted)) is not in list")
  }

  private static func method(
    _ name: String, _ count: Int,
    _ body: @escaping @Sendable (ListObject, [Value], Machine) throws(PyError) -> Value
  ) -> Method {
    Method(name) { arguments, machine throws(PyError) in
      let list = try receiver(arguments, machine)
      let values = Array(arguments.positional.dropFirst())
      guard values.count == count, arguments.keywords.isEmpty else {
        throw machine.wrongCount("list.\(name)", count, values.count)
      }
      return try body(list, values, machine)
    }
  }

  private static func receiver(_ arguments: Arguments, _ machine: Machine) throws(PyError)
    -> ListObject
  {
    guard let list: ListObject = arguments.positional.first?.asObject() else {
      throw machine.error("TypeError", "descriptor requires a 'list' object")
    }
    return list
  }
}

extension Machine {
  func wrongCount(_ name: String, _ wanted: Int, _ given: Int) -> PyError {
    switch wanted {
    case 0: error("TypeError", "\(name)() takes no arguments (\(given) given)")
    case 1: error("TypeError", "\(name)() takes exactly one argument (\(given) given)")
    default:
      error(
        "TypeError",
        "\(name.split(separator: ".").last ?? "") expected \(wanted) arguments, got \(given)")
    }
  }
}
