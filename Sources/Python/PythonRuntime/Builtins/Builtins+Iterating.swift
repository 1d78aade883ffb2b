extension Builtins {
  static var iterating: [BuiltinFunction] {
    [
      BuiltinFunction("iter") { arguments, machine throws(PyError) in
        .object(try machine.iterator(try machine.one(arguments, "iter")))
      },
      BuiltinFunction("next") { arguments, machine throws(PyError) in
        guard let iterator: IteratorObject = arguments.positional.first?.asObject() else {
          if let instance: InstanceObject = arguments.positional.first?.asObject() {
            return try machine.callMethod(.object(instance), "__next__", Arguments())
          }
          if let host: HostObject = arguments.positional.first?.asObject(),
            host.hostType.member("__next__", machine) != nil
          {
            return try machine.callMethod(.object(host), "__next__", Arguments())
          }
          let name = machine.typeName(arguments.positional.first ?? .none)
          throw machine.error("TypeError", "'\(name)' object is not an iterator")
        }
        if let value = try iterator.next(machine) { return value }
        if arguments.positional.count > 1 { return arguments.positional[1] }
        if let generator = iterator as? GeneratorObject, let value = generator.takeReturned() {
          throw machine.error("StopIteration", of: value)
        }
        throw PyError(InstanceObject(ExceptionTypes.type("StopIteration")))
      },
      BuiltinFunction("enumerate") { arguments, machine throws(PyError) in
        let start =
          arguments.positional.dropFirst().first
          ?? arguments.keywords.first { $0.name == "start" }?.value
        // nil behind the last `Int`.
        var number: Int? = 0
        if let start { number = try machine.integer(start, "start") }
        let iterator = try machine.iterator(arguments.positional.first ?? .none)
        return .object(
          ClosureIterator("enumerate") { machine throws(PyError) in
            guard let value = try iterator.next(machine) else { return nil }
            guard let place = number else {
              throw machine.error("OverflowError", "Python int too large to convert to C long")
            }
            let (following, overflows) = place.addingReportingOverflow(1)
            number = overflows ? nil : following
            return .object(TupleObject([.int(place), value]))
          })
      },
      BuiltinFunction("zip") { arguments, machine throws(PyError) in
        let isStrict =
          try arguments.keywords.first { $0.name == "strict" }.map {
            pair throws(PyError) in try machine.isTrue(pair.value)
          } ?? false
        var iterators: [IteratorObject] = []
        for value in arguments.positional { iterators.append(try machine.iterator(value)) }
        return .object(
          ClosureIterator("zip") { [iterators] machine throws(PyError) in
            guard !iterators.isEmpty else { return nil }
            var values: [Value] = []
            for (index, iterator) in iterators.enumerated() {
              guard let value = try iterator.next(machine) else {
                if isStrict { try uneven(iterators, endedAt: index, machine) }
                return nil
              }
              values.append(value)
            }
            return .object(TupleObject(values))
          })
      },
      BuiltinFunction("map") { arguments, machine throws(PyError) in
        let function = arguments.positional.first ?? .none
        var iterators: [IteratorObject] = []
        for value in arguments.positional.dropFirst() {
          iterators.append(try machine.iterator(value))
        }
        return .object(
          ClosureIterator("map") { [iterators] machine throws(PyError) in
            var values: [Value] = []
            for iterator in iterators {
              guard let value = try iterator.next(machine) else { return nil }
              values.append(value)
            }
            return try machine.call(function, Arguments(values))
          })
      },
      BuiltinFunction("filter") { arguments, machine throws(PyError) in
        let values = try machine.several(arguments, 2, "filter")
        let iterator = try machine.iterator(values[1])
        let function = values[0]
        return .object(
          ClosureIterator("filter") { machine throws(PyError) in
            while let value = try iterator.next(machine) {
              try machine.step()
              var test = value
              if case .object = function { test = try machine.call(function, Arguments([value])) }
              if try machine.isTrue(test) { return value }
            }
            return nil
          })
      },
      BuiltinFunction("reversed") { arguments, machine throws(PyError) in
        let value = try machine.one(arguments, "reversed")
        if let range: RangeObject = value.asObject() {
          let last = range.start + (range.count - 1) * range.step
          return .object(
            try machine.iterator(.object(RangeObject(last, range.start - range.step, -range.step))))
        }
        var rest = try machine.array(value)[...]
        return .object(ClosureIterator("list_reverseiterator") { _ in rest.popLast() })
      },
      BuiltinFunction("sorted") { arguments, machine throws(PyError) in
        guard let value = arguments.positional.first else {
          throw machine.error("TypeError", "sorted expected 1 argument, got 0")
        }
        return .object(
          ListObject(try machine.sorted(machine.array(value), arguments.keywords, "sort")))
      },
    ]
  }
}

extension Builtins {
  /// The error of `zip(…, strict=True)` where not all end with the argument at a place.
  private static func uneven(
    _ iterators: [IteratorObject], endedAt index: Int, _ machine: Machine
  ) throws(PyError) {
    func message(_ place: Int, _ word: String) -> PyError {
      let others = place == 1 ? "argument 1" : "arguments 1-\(place)"
      return machine.error("ValueError", "zip() argument \(place + 1) is \(word) than \(others)")
    }
    if index > 0 { throw message(index, "shorter") }
    for (place, iterator) in iterators.enumerated().dropFirst()
    where try iterator.next(machine) != nil {
      throw message(place, "longer")
    }
  }
}

extension Machine {
  /// A stable sort, by `key` and `reverse` where they are given.
  package func sorted(
    _ values: [Value], _ keywords: [(name: String, value: Value)] = [], _ name: String = "sorted"
  ) throws(PyError) -> [Value] {
    var key: Value?
    var isReversed = false
    for (keyword, value) in keywords {
      switch keyword {
      case "key": if case .object = value { key = value }
      case "reverse": isReversed = try isTrue(value)
      default: throw error("TypeError", "\(name)() got an unexpected keyword argument '\(keyword)'")
      }
    }
    try spend(items: 4 * values.count, growingTo: values.count)
    var marked: [(mark: Value, value: Value)] = []
    for value in isReversed ? values.reversed() : values {
      marked.append(
        (try key.map { key throws(PyError) in try call(key, Arguments([value])) } ?? value, value))
    }
    let result = try (marked.count < 64 ? insertionSorted(marked) : mergeSorted(marked[...]))
      .map(\.value)
    return isReversed ? result.reversed() : result
  }

  /// Few items are compared in CPython's order, which objects that can't be compared tell of: a run from the
  /// start, then each further item by halves.
  private func insertionSorted(
    _ items: [(mark: Value, value: Value)]
  ) throws(PyError) -> [(mark: Value, value: Value)] {
    guard items.count > 1 else { return items }
    func isLess(_ a: (mark: Value, value: Value), _ b: (mark: Value, value: Value)) throws(PyError)
      -> Bool
    {
      try step()
      return try isTrue(binary(.less, a.mark, b.mark))
    }
    let descends = try isLess(items[1], items[0])
    var run = 2
    while run < items.count, try isLess(items[run], items[run - 1]) == descends { run += 1 }
    var sorted = Array(items[..<run])
    if descends { sorted.reverse() }
    for item in items[run...] {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if try isLess(item, sorted[middle]) { high = middle } else { low = middle + 1 }
      }
      sorted.insert(item, at: low)
    }
    return sorted
  }

  private func mergeSorted(
    _ items: ArraySlice<(mark: Value, value: Value)>
  ) throws(PyError) -> [(mark: Value, value: Value)] {
    guard items.count > 1 else { return Array(items) }
    let middle = items.startIndex + items.count / 2
    let left = try mergeSorted(items[..<middle])
    let right = try mergeSorted(items[middle...])
    var merged: [(mark: Value, value: Value)] = []
    merged.reserveCapacity(items.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      try step()
      if try isTrue(binary(.less, right[j].mark, left[i].mark)) {
        merged.append(right[j])
        j += 1
      } else {
        merged.append(left[i])
        i += 1
      }
    }
    return merged + left[i...] + right[j...]
  }
}
