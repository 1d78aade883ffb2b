internal import PythonRuntime

extension DequeObject {
  static let type = SharedType(
    "deque", module: "collections", "iterable=(), maxlen=None", isImmutable: true, methods: methods
  ) { call throws(PyError) in
    var limit: Int?
    if call.given("maxlen") != nil {
      guard let given = try call.int("maxlen"), given >= 0 else {
        throw call.error("ValueError", "maxlen must be non-negative")
      }
      limit = given
    }
    let items = try call.given("iterable").map { value throws(PyError) in
      try call.machine.array(value)
    }
    return .object(DequeObject(items ?? [], limit: limit))
  }

  private static var methods: [Method] {
    ends + [
      method("clear") { deque, _ in deque.replace(with: []) },
      method("reverse") { deque, _ in deque.replace(with: deque.items.reversed()) },
      method("rotate", "n=1") { deque, call throws(PyError) in
        let items = deque.items
        guard !items.isEmpty else { return }
        let steps = try call.int("n", or: 1) % items.count
        let cut = steps > 0 ? items.count - steps : -steps
        deque.replace(with: Array(items[cut...] + items[..<cut]))
      },
      method("remove", "value") { deque, call throws(PyError) in
        var items = deque.items
        for (place, item) in items.enumerated()
        where try call.machine.isSame(item, call.required("value")) {
          items.remove(at: place)
          return deque.replace(with: items)
        }
        throw call.error(
          "ValueError", "\(try call.machine.repr(call.required("value"))) is not in deque")
      },
      .method("count", "value") { (deque: DequeObject, call) throws(PyError) in
        var count = 0
        for item in deque.items where try call.machine.isSame(item, call.required("value")) {
          count += 1
        }
        return .int(count)
      },
      .method("copy") { (deque: DequeObject, _) in
        .object(DequeObject(deque.items, limit: deque.limit))
      },
    ]
  }

  private static var ends: [Method] {
    [
      method("append", "item") { deque, call throws(PyError) in
        try deque.append(call.required("item"), call.machine)
      },
      method("appendleft", "item") { deque, call throws(PyError) in
        try deque.prepend(call.required("item"), call.machine)
      },
      method("extend", "iterable") { deque, call throws(PyError) in
        for item in try call.machine.array(call.required("iterable")) {
          try deque.append(item, call.machine)
        }
      },
      method("extendleft", "iterable") { deque, call throws(PyError) in
        for item in try call.machine.array(call.required("iterable")) {
          try deque.prepend(item, call.machine)
        }
      },
      .method("pop") { (deque: DequeObject, call) throws(PyError) in
        guard let item = deque.popLast() else {
          throw call.error("IndexError", "pop from an empty deque")
        }
        return item
      },
      .method("popleft") { (deque: DequeObject, call) throws(PyError) in
        guard let item = deque.popFirst() else {
          throw call.error("IndexError", "pop from an empty deque")
        }
        return item
      },
    ]
  }

  /// A method that gives nothing.
  private static func method(
    _ name: String, _ parameters: String = "",
    _ body: @escaping @Sendable (DequeObject, Call) throws(PyError) -> Void
  ) -> Method {
    .method(name, parameters) { (deque: DequeObject, call) throws(PyError) in
      try body(deque, call)
      return .none
    }
  }
}
