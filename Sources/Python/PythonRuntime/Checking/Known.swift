/// What is known of a value before a program runs.
indirect enum Known {
  case module(ModuleObject)
  case function(BuiltinFunction)
  case type(TypeObject)
  /// A function of the program.
  case defined(ProgramFunction)
  /// An object of one of several classes.
  case instance([TypeObject])
  /// An array of which the shape is known too.
  case array(TypeObject, KnownArray)
  /// What the program will have just so: a number, a text, None, or an object that the look at it made.
  case value(Value)
  /// So many values.
  case tuple([Known])
  /// A list that nothing but the expression around it has.
  case list([Known])
  /// A dictionary by texts that nothing but the expression around it has.
  case dictionary([Entry])
  /// Values that are alike, in an object of one of Python's own classes.
  case sequence(String, of: Known)
  /// A number of Python's.
  case number
  case unknown

  /// A text of a dictionary, and what stands under it.
  struct Entry {
    let name: String
    let value: Known
  }

  init(_ value: Value?) {
    switch value {
    case .object(let module as ModuleObject)?: self = .module(module)
    case .object(let function as BuiltinFunction)?: self = .function(function)
    case .object(let type as TypeObject)?: self = .type(type)
    case .int?, .float?, .string?, .bool?, Value.none?: self = .value(value ?? .none)
    default: self = .unknown
    }
  }

  /// What a call gave that was made before the program runs.
  init(made value: Value) {
    switch value {
    case .object(let tuple as TupleObject): self = .tuple(tuple.items.map { Known(made: $0) })
    case .object(let list as ListObject): self = .list(list.items.map { Known(made: $0) })
    default: self = .value(value)
    }
  }

  init(_ result: KnownResult) {
    switch result {
    case .object(let type): self = .instance([type])
    case .either(let types): self = .instance(types)
    case .array(let type, let array): self = .array(type, array)
    case .value(let value): self = Known(made: value)
    case .items(let items): self = .tuple(items.map { Known($0) })
    case .unknown: self = .unknown
    }
  }

  func isSame(as other: Known) -> Bool {
    switch (self, other) {
    case (.module(let a), .module(let b)): a === b
    case (.function(let a), .function(let b)): a === b
    case (.type(let a), .type(let b)): a === b
    case (.defined(let a), .defined(let b)): a === b
    case (.instance(let a), .instance(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0 === $1 }
    case (.array(let a, let shape), .array(let b, let other)): a === b && shape == other
    case (.value(let a), .value(let b)): a.isPlainly(b)
    case (.tuple(let a), .tuple(let b)), (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.dictionary(let a), .dictionary(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy { $0.name == $1.name && $0.value.isSame(as: $1.value) }
    case (.sequence(let a, let item), .sequence(let b, let other)): a == b && item.isSame(as: other)
    case (.number, .number), (.unknown, .unknown): true
    default: false
    }
  }

  /// Whether it is no module, class or function.
  var isObject: Bool {
    switch self {
    case .module, .function, .type, .defined: false
    default: true
    }
  }
}
