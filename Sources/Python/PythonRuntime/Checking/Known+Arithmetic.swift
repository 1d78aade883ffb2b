internal import PythonSyntax

extension Known {
  /// How strong it is in arithmetic; see ``TypeObject/strength``.
  private var strength: Int? {
    switch self {
    case .number, .value(.int), .value(.float), .value(.bool): 0
    default: type?.strength
    }
  }

  /// The shape that it has in arithmetic: numbers have no axes.
  private var shape: KnownArray? {
    switch self {
    case .number, .value(.int), .value(.float), .value(.bool): KnownArray([])
    case .array(_, let array): array
    default: nil
    }
  }

  /// What arithmetic of values gives, comparisons included.
  static func combined(_ operands: [Known]) -> Known {
    var strongest: (known: Known, strength: Int)?
    for operand in operands {
      guard let strength = operand.strength else { return .unknown }
      if strength > strongest?.strength ?? -1 { strongest = (operand, strength) }
    }
    guard let type = strongest?.known.type else { return strongest == nil ? .unknown : .number }
    let shapes = operands.compactMap(\.shape)
    guard shapes.count == operands.count, let shape = KnownArray.broadcast(shapes) else {
      return .instance([type])
    }
    return .array(type, shape)
  }

  /// What an operator before a value gives.
  static func combined(_ symbol: UnaryOperator, _ operand: Known, _ machine: Machine) -> Known {
    switch (symbol, operand) {
    case (.not, .value(.bool(let flag))): .value(.bool(!flag))
    case (.not, _): .unknown
    case (.minus, .value): combined(.value(.int(0)), .subtract, operand, machine)
    default: combined([operand])
    }
  }

  /// Whether a comparison holds; nil where that isn't known.
  static func compared(
    _ left: Known, _ symbol: ComparisonOperator, _ right: Known, _ machine: Machine
  ) -> Bool? {
    if case .value(.none) = right, symbol == .is || symbol == .isNot {
      switch left {
      case .value(.none): return symbol == .is
      case .value, .array, .instance, .module, .tuple, .list: return symbol == .isNot
      default: return nil
      }
    }
    guard case (.value(let a), .value(let b)) = (left, right), a.isPlain, b.isPlain,
      ![.in, .notIn, .is, .isNot].contains(symbol),
      case .bool(let holds)? = try? machine.compare(symbol, a, b)
    else { return nil }
    return holds
  }

  /// What two numbers, texts or tuples give.
  static func combined(
    _ left: Known, _ symbol: BinaryOperator, _ right: Known, _ machine: Machine
  ) -> Known {
    if symbol == .add, case (.tuple(let a), .tuple(let b)) = (left, right) { return .tuple(a + b) }
    if case (.value(let a), .value(let b)) = (left, right), a.isSmall, b.isSmall,
      symbol.takesNoTime, let value = try? machine.binary(Operation(symbol), a, b)
    {
      return .value(value)
    }
    let result = combined([left, right])
    return symbol == .matrixMultiply ? result.vague : result
  }
}

extension Known {
  /// A number, a text, a truth value or None as the program writes it.
  init(literal node: ExpressionNode) {
    switch node.kind {
    case .string(let text): self = .value(.string(text))
    case .boolean(let flag): self = .value(.bool(flag))
    case .none: self = .value(.none)
    case .number(let number):
      switch number.value {
      case .integer(let whole): self = .value(.int(whole))
      case .real(let real): self = .value(.float(real))
      case .largeInteger, .imaginary: self = .number
      }
    default: self = .unknown
    }
  }
}

extension BinaryOperator {
  fileprivate var takesNoTime: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .floorDivide, .remainder: true
    default: false
    }
  }
}

extension Value {
  /// A number, a text or None, which compare without a word of the program's.
  fileprivate var isPlain: Bool {
    switch self {
    case .none, .int, .float, .bool, .string: true
    default: false
    }
  }

  /// A number with which arithmetic takes no time.
  fileprivate var isSmall: Bool {
    switch self {
    case .int, .float, .bool: true
    default: false
    }
  }
}
