/// `copy` and `string`.
enum CopyModule {
  static var members: [String: Value] {
    Cells.members([
      BuiltinFunction("copy", "x") { call throws(PyError) in
        try copied(call.required("x"), isDeep: false, call.machine)
      },
      BuiltinFunction("deepcopy", "x, memo=None") { call throws(PyError) in
        try copied(call.required("x"), isDeep: true, call.machine)
      },
    ])
  }

  private static func copied(
    _ value: Value, isDeep: Bool, _ machine: Machine
  ) throws(PyError) -> Value {
    func inner(_ value: Value) throws(PyError) -> Value {
      guard isDeep else { return value }
      return try machine.deeper { () throws(PyError) in
        try copied(value, isDeep: true, machine)
      }
    }
    switch value {
    case .object(let list as ListObject):
      var items: [Value] = []
      for item in list.items { items.append(try inner(item)) }
      return .object(ListObject(items))
    case .object(let tuple as TupleObject):
      var items: [Value] = []
      for item in tuple.items { items.append(try inner(item)) }
      return .object(TupleObject(items))
    case .object(let dict as DictObject):
      let copy = DictObject()
      for (key, value) in dict.pairs { try copy.set(key, try inner(value), machine) }
      return .object(copy)
    case .object(let object):
      if let method = try object.attribute("copy", machine) {
        return try machine.call(method, Arguments())
      }
      return value
    default: return value
    }
  }

  static var string: [String: Value] {
    [
      "ascii_lowercase": .string("abcdefghijklmnopqrstuvwxyz"),
      "ascii_uppercase": .string("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
      "ascii_letters": .string("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
      "digits": .string("0123456789"), "hexdigits": .string("0123456789abcdefABCDEF"),
      "octdigits": .string("01234567"), "whitespace": .string(" \t\n\r\u{B}\u{C}"),
      "punctuation": .string("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    ]
  }
}
