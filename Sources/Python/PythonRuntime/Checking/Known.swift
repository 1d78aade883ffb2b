/// What is known of a value before a program runs.
indirect enum Known {
  case module(ModuleObject)
  case function(BuiltinFunction)
  case type(TypeObject)
  /// An object of one of several classes.
  case instance([TypeObject])
  /// So many values.
  case tuple([Known])
  /// Values that are alike, in an object of one of Python's own classes.
  case sequence(String, of: Known)
  /// A number of Python's.
  case number
  case unknown

  init(_ value: Value?) {
    switch value {
    case .object(let module as ModuleObject)?: self = .module(module)
    case .object(let function as BuiltinFunction)?: self = .function(function)
    case .object(let type as TypeObject)?: self = .type(type)
    case .int?, .float?: self = .number
    default: self = .unknown
    }
  }

  init(_ result: KnownResult) {
    switch result {
    case .object(let type): self = .instance([type])
    case .either(let types): self = .instance(types)
    case .items(let items): self = .tuple(items.map { Known($0) })
    case .unknown: self = .unknown
    }
  }

  func isSame(as other: Known) -> Bool {
    switch (self, other) {
    case (.module(let a), .module(let b)): a === b
    case (.function(let a), .function(let b)): a === b
    case (.type(let a), .type(let b)): a === b
    case (.instance(let a), .instance(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0 === $1 }
    case (.tuple(let a), .tuple(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.sequence(let a, let item), .sequence(let b, let other)): a == b && item.isSame(as: other)
    case (.number, .number), (.unknown, .unknown): true
    default: false
    }
  }

  /// Whether it is no module, class or function.
  var isObject: Bool {
    switch self {
    case .module, .function, .type: false
    default: true
    }
  }

  /// The one class that it is of.
  var type: TypeObject? {
    if case .instance(let types) = self, types.count == 1 { types[0] } else { nil }
  }

  /// What one of its items is.
  var item: Known {
    switch self {
    case .instance(let types):
      // What has brackets behind it is of a class that has items.
      var found: [TypeObject] = []
      for type in types.flatMap({ $0.items() ?? [] })
      where !found.contains(where: { $0 === type }) { found.append(type) }
      return found.isEmpty ? .unknown : .instance(found)
    case .sequence(_, let item): return item
    case .tuple(let items):
      guard let first = items.first, items.allSatisfy({ $0.isSame(as: first) }) else {
        return .unknown
      }
      return first
    default: return .unknown
    }
  }

  /// How strong it is in arithmetic; see ``TypeObject/strength``.
  private var strength: Int? {
    if case .number = self { return 0 }
    return type?.strength
  }

  /// What arithmetic of values gives, comparisons included.
  static func combined(_ operands: [Known]) -> Known {
    var strongest: (known: Known, strength: Int)?
    for operand in operands {
      guard let strength = operand.strength else { return .unknown }
      if strength > strongest?.strength ?? -1 { strongest = (operand, strength) }
    }
    return strongest?.known ?? .unknown
  }
}
