extension Machine {
  /// `function(…)`, which counts as a step of the program.
  ///
  /// - Throws: `TypeError` where it isn't callable, and whatever the function raises.
  package func call(_ function: Value, _ arguments: Arguments) throws(PyError) -> Value {
    guard case .object(let object) = function else {
      throw error("TypeError", "'\(typeName(function))' object is not callable")
    }
    try step()
    try checkRoom()
    return try object.call(arguments, self)
  }

  /// `receiver.name(…)`, without making a bound method for built-in types.
  package func callMethod(_ receiver: Value, _ name: String, _ arguments: Arguments) throws(PyError)
    -> Value
  {
    if let method = builtinMethod(of: receiver, name), method.binds {
      try step()
      var all = arguments
      all.positional.insert(receiver, at: 0)
      return try method.call(all, self)
    }
    return try call(attribute(receiver, name), arguments)
  }

  func builtinMethod(of value: Value, _ name: String) -> BuiltinFunction? {
    switch value {
    case .object(let object)
    where object is InstanceObject || object is ModuleObject || object is TypeObject:
      nil
    default: type(of: value).member(name, self)?.asObject()
    }
  }

  /// A member of a class as an object has it.
  package func bind(_ member: Value, to receiver: Value) throws(PyError) -> Value {
    switch member {
    case .object(let function as FunctionObject): .object(BoundMethod(.object(function), receiver))
    case .object(let function as BuiltinFunction) where function.binds:
      .object(BoundMethod(.object(function), receiver))
    case .object(let property as PropertyObject): try call(property.getter, Arguments([receiver]))
    case .object(let method as StaticMethodObject): method.function
    case .object(let method as ClassMethodObject):
      .object(BoundMethod(method.function, .object(type(of: receiver))))
    default: member
    }
  }

  /// `value[index]`, where the index may be a slice.
  ///
  /// - Throws: `TypeError` where that isn't done; `IndexError` or `KeyError` where there is no
  /// item.
  package func item(_ value: Value, _ index: Value) throws(PyError) -> Value {
    switch value {
    case .string(let text):
      let scalars = try self.scalars(of: text)
      if let slice: SliceObject = index.asObject() {
        let places = try slice.positions(of: scalars.count, self)
        return .string(String(String.UnicodeScalarView(places.map { scalars[$0] })))
      }
      return .string(String(scalars[try position(index, in: scalars.count, "string")]))
    case .object(let object): return try object.item(index, self)
    default: throw error("TypeError", "'\(typeName(value))' object is not subscriptable")
    }
  }

  func setItem(_ value: Value, _ index: Value, _ new: Value) throws(PyError) {
    guard case .object(let object) = value else {
      throw error("TypeError", "'\(typeName(value))' object does not support item assignment")
    }
    try object.setItem(index, new, self)
  }

  func deleteItem(_ value: Value, _ index: Value) throws(PyError) {
    guard case .object(let object) = value else {
      throw error("TypeError", "'\(typeName(value))' object doesn't support item deletion")
    }
    try object.deleteItem(index, self)
  }

  /// Runs a function of the program.
  func invoke(_ function: FunctionObject, _ arguments: Arguments) throws(PyError) -> Value {
    let code = function.code
    let globals = currentGlobals
    let frame = Frame(
      self, globals, slots: code.slotCount, cells: code.cellCount, captured: function.captured)
    try bind(arguments, of: function, into: frame)
    if code.isGenerator {
      return .object(
        try GeneratorObject(code.name, self) { coroutine throws(PyError) in
          frame.coroutine = coroutine
          if case .returning(let value) = try code.body(frame) { return value }
          return .none
        })
    }
    callerLines.append(callLine)
    defer { callerLines.removeLast() }
    let flow = try calling { () throws(PyError) -> Flow in try code.body(frame) }
    if case .returning(let value) = flow { return value }
    return .none
  }

  private func bind(
    _ arguments: Arguments, of function: FunctionObject, into frame: Frame
  ) throws(PyError) {
    let code = function.code
    if let simple = code.simplePlaces, arguments.keywords.isEmpty,
      simple.count == arguments.positional.count
    {
      for index in simple.indices { frame.set(simple[index], arguments.positional[index]) }
      return
    }
    let places = code.positionalOnly + code.standard
    for (parameter, value) in zip(places, arguments.positional) {
      frame.set(parameter.place, value)
    }
    let extra = Array(arguments.positional.dropFirst(places.count))
    if let rest = code.extraPositional {
      frame.set(rest.place, .object(TupleObject(extra)))
    } else if !extra.isEmpty {
      throw tooMany(arguments, function)
    }
    var others: [(name: String, value: Value)] = []
    for (name, value) in arguments.keywords {
      guard let place = code.placesByName[name] else {
        others.append((name, value))
        continue
      }
      guard frame.get(place).isUnset else {
        throw error(
          "TypeError", "\(code.qualifiedName)() got multiple values for argument '\(name)'")
      }
      frame.set(place, value)
    }
    if let mapping = code.extraKeyword {
      let dict = DictObject()
      for (name, value) in others { try dict.set(.string(name), value, self) }
      frame.set(mapping.place, .object(dict))
    } else if let (name, _) = others.first {
      let hidden = code.positionalOnly.map(\.name).filter { name in
        others.contains { $0.name == name }
      }
      if !hidden.isEmpty {
        throw error(
          "TypeError",
          "\(code.qualifiedName)() got some positional-only arguments passed as keyword arguments: "
            + "'\(hidden.joined(separator: ", "))'")
      }
      throw error(
        "TypeError", "\(code.qualifiedName)() got an unexpected keyword argument '\(name)'")
    }
    try fillDefaults(places, code.keywordOnly, function, frame)
  }

  private func fillDefaults(
    _ places: [FunctionCode.Parameter], _ keywordOnly: [FunctionCode.Parameter],
    _ function: FunctionObject, _ frame: Frame
  ) throws(PyError) {
    var missing: [String] = []
    var missingKeywords: [String] = []
    for (index, parameter) in (places + keywordOnly).enumerated()
    where frame.get(parameter.place).isUnset {
      if let value = function.defaults[parameter.name] {
        frame.set(parameter.place, value)
      } else if index >= places.count {
        missingKeywords.append("'\(parameter.name)'")
      } else {
        missing.append("'\(parameter.name)'")
      }
    }
    for (names, kind) in [(missing, "positional"), (missingKeywords, "keyword-only")]
    where !names.isEmpty {
      let noun = names.count == 1 ? "argument" : "arguments"
      throw error(
        "TypeError",
        "\(function.code.qualifiedName)() missing \(names.count) required \(kind) \(noun): \(Self.listed(names))"
      )
    }
  }

  /// "a", "a and b", "a, b, and c".
  static func listed(_ names: [String]) -> String {
    switch names.count {
    case 0, 1: names.first ?? ""
    case 2: "\(names[0]) and \(names[1])"
    default: names.dropLast().joined(separator: ", ") + ", and \(names[names.count - 1])"
    }
  }

  private func tooMany(_ arguments: Arguments, _ function: FunctionObject) -> PyError {
    let code = function.code
    let places = code.positionalOnly + code.standard
    let least = places.filter { !$0.hasDefault }.count
    let takes = least == places.count ? "\(places.count)" : "from \(least) to \(places.count)"
    let noun = places.count == 1 && least == places.count ? "argument" : "arguments"
    let given = arguments.positional.count
    return error(
      "TypeError",
      "\(code.qualifiedName)() takes \(takes) positional \(noun) but \(given) \(given == 1 ? "was" : "were") given"
    )
  }
}

extension Frame {
  func set(_ place: Scope.Place, _ value: Value) {
    switch place {
    case .slot(let slot): slots[slot] = value
    case .cell(let index): cells[index].value = value
    case .captured(let index): captured[index].value = value
    case .global(let name): globals[name] = value
    }
  }

  func get(_ place: Scope.Place) -> Value {
    switch place {
    case .slot(let slot): slots[slot]
    case .cell(let index): cells[index].value
    case .captured(let index): captured[index].value
    case .global(let name): globals[name] ?? .unset
    }
  }
}
