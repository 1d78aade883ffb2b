internal import PythonRuntime

/// `itertools`, `functools` and `operator`, as far as lessons use them.
enum IterationModule {
  static var itertools: [String: Value] {
    PythonRuntime.members([
      BuiltinFunction("product", "*iterables, repeat=1") { call throws(PyError) in
        var pools: [[Value]] = []
        for value in call.rest { pools.append(try call.machine.array(value)) }
        let times = try call.int("repeat", or: 1)
        guard times >= 0 else {
          throw call.error("ValueError", "repeat argument cannot be negative")
        }
        let (count, overflows) = pools.count.multipliedReportingOverflow(by: times)
        try call.machine.spend(items: overflows ? 0 : count, growingTo: overflows ? .max : count)
        let all = Array([[[Value]]](repeating: pools, count: times).joined())
        return try list(all, call)
      },
      BuiltinFunction("chain", "*iterables") { call throws(PyError) in
        var items: [Value] = []
        for value in call.rest { items = try call.machine.joined(items, call.machine.array(value)) }
        return iterator("itertools.chain", items)
      },
      BuiltinFunction("count", "start=0, step=1") { call throws(PyError) in
        var (next, step) = (call["start"] ?? .int(0), call["step"] ?? .int(1))
        return .object(
          ClosureIterator("itertools.count") { machine throws(PyError) in
            let value = next
            next = try machine.binary(.add, next, step)
            step = step
            return value
          })
      },
      BuiltinFunction("cycle", "iterable") { call throws(PyError) in
        let items = try call.machine.array(call.required("iterable"))
        var place = 0
        return .object(
          ClosureIterator("itertools.cycle") { _ in
            guard !items.isEmpty else { return nil }
            defer { place = (place + 1) % items.count }
            return items[place]
          })
      },
      BuiltinFunction("repeat", "object, times=None") { call throws(PyError) in
        var left = try call.int("times", or: .max)
        let value = call.required("object")
        return .object(
          ClosureIterator("itertools.repeat") { _ in
            guard left > 0 else { return nil }
            left -= 1
            return value
          })
      },
      BuiltinFunction("islice", "iterable, *bounds") { call throws(PyError) in
        guard (1...3).contains(call.rest.count) else {
          let bound = call.rest.isEmpty ? "least 2" : "most 4"
          throw call.error(
            "TypeError", "islice expected at \(bound) arguments, got \(call.rest.count + 1)")
        }
        for (place, value) in call.rest.enumerated() {
          if case .none = value { continue }
          guard let number = value.smallInt, number >= 0 else {
            let name =
              call.rest.count == 1 ? "Stop argument" : place == 2 ? "CompiledStatement" : "Indices"
            throw call.error(
              "ValueError",
              "\(name) for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
          }
        }
        let bounds = call.rest.map(\.smallInt)
        let (first, last) =
          bounds.count > 1 ? (bounds[0] ?? 0, bounds[1]) : (0, bounds.first ?? nil)
        let step = max(bounds.count > 2 ? bounds[2] ?? 1 : 1, 1)
        let source = try call.machine.iterator(call.required("iterable"))
        var place = 0
        return .object(
          ClosureIterator("itertools.islice") { machine throws(PyError) in
            while last.map({ place < $0 }) ?? true, let value = try source.next(machine) {
              defer { place += 1 }
              try machine.step()
              if place >= first, (place - first) % step == 0 { return value }
            }
            return nil
          })
      },
      BuiltinFunction("combinations", "iterable, r") { call throws(PyError) in
        let items = try call.machine.array(call.required("iterable"))
        let size = try call.int("r", or: 0)
        if size < 0 { throw call.error("ValueError", "r must be non-negative") }
        var places = size <= items.count ? Array(0..<size) : nil
        return .object(
          ClosureIterator("itertools.combinations") { machine throws(PyError) in
            guard let chosen = places else { return nil }
            try machine.spend(memory: Machine.itemBytes * size)
            places = next(chosen, of: items.count)
            return .object(TupleObject(chosen.map { items[$0] }))
          })
      },
    ])
  }

  /// The next choice of places in order; nil behind the last.
  private static func next(_ places: [Int], of count: Int) -> [Int]? {
    let size = places.count
    guard let moved = places.indices.last(where: { places[$0] < $0 + count - size }) else {
      return nil
    }
    return places[..<moved] + (1...size - moved).map { places[moved] + $0 }
  }

  /// Every choice of one item of each pool, the last pool fastest.
  private static func list(_ pools: [[Value]], _ call: Call) throws(PyError) -> Value {
    var rows: [[Value]] = [[]]
    for pool in pools {
      let (count, overflows) = rows.count.multipliedReportingOverflow(by: max(pool.count, 1))
      try call.machine.spend(
        memory: overflows || count > 1 << 40 ? .max : Machine.itemBytes * count)
      rows = rows.flatMap { row in pool.map { row + [$0] } }
    }
    return iterator("itertools.product", rows.map { .object(TupleObject($0)) })
  }

  private static func iterator(_ name: String, _ items: [Value]) -> Value {
    var rest = items[...]
    return .object(ClosureIterator(name) { _ in rest.popFirst() })
  }

  static var functools: [String: Value] {
    PythonRuntime.members([
      BuiltinFunction("reduce", "function, iterable, initial=None") { call throws(PyError) in
        var items = try call.machine.array(call.required("iterable"))[...]
        guard var result = call["initial"] ?? items.popFirst() else {
          throw call.error("TypeError", "reduce() of empty iterable with no initial value")
        }
        for item in items {
          try call.machine.step()
          result = try call.machine.call(call.required("function"), Arguments([result, item]))
        }
        return result
      },
      BuiltinFunction("partial", "func, *args, **keywords") { call throws(PyError) in
        let function = call.required("func")
        return .object(
          BuiltinFunction("partial") { arguments, machine throws(PyError) in
            try machine.call(
              function,
              Arguments(
                call.rest + arguments.positional, keywords: call.others + arguments.keywords))
          })
      },
      BuiltinFunction("wraps", "wrapped") { _ in
        .object(BuiltinFunction("wraps", "function") { call in call.required("function") })
      },
      BuiltinFunction("lru_cache", "maxsize=128") { call throws(PyError) in
        let given = call.required("maxsize")
        if call.machine.typeName(given) == "function" { return given }
        return .object(
          BuiltinFunction("lru_cache", "function") { call in call.required("function") })
      },
    ])
  }

  static var operators: [String: Value] {
    PythonRuntime.members([
      BuiltinFunction("itemgetter", "item") { call in
        let place = call.required("item")
        return .object(
          BuiltinFunction("itemgetter", "obj") { call throws(PyError) in
            try call.machine.item(call.required("obj"), place)
          })
      },
      BuiltinFunction("mul", "a, b") { call throws(PyError) in
        try call.machine.binary(.multiply, call.required("a"), call.required("b"))
      },
      BuiltinFunction("add", "a, b") { call throws(PyError) in
        try call.machine.binary(.add, call.required("a"), call.required("b"))
      },
    ])
  }
}
