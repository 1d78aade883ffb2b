internal import Stacks

/// A value as IPython shows the last one of a cell (`IPython.lib.pretty`).
struct PrettyPrinter {
  private var layout = PrettyLayout(width: 79)
  /// Objects whose text is being made.
  private var open: Set<ObjectIdentifier> = []
  private let machine: Machine

  /// The most items of a container that are shown.
  private static let mostItems = 1000

  init(_ machine: Machine) { self.machine = machine }

  static func text(_ value: Value, _ machine: Machine) throws(PyError) -> String {
    var printer = PrettyPrinter(machine)
    try printer.show(value)
    return printer.layout.finish()
  }

  private mutating func show(_ value: Value) throws(PyError) {
    layout.begin()
    if case .object(let object) = value {
      let isInside = !open.insert(ObjectIdentifier(object)).inserted
      defer { if !isInside { open.remove(ObjectIdentifier(object)) } }
      // IPython's `pretty` and its function for the type.
      try machine.calling(frames: 2) { () throws(PyError) in try show(object, isInside) }
    } else {
      layout.text(try machine.repr(value))
    }
    layout.end()
  }

  private mutating func show(_ object: Object, _ isInside: Bool) throws(PyError) {
    if let shown = object.shownCall { return try call(shown, isInside) }
    switch object {
    case let list as ListObject: try sequence("[", list.items, "]", isInside)
    case let tuple as TupleObject where tuple.isPlain:
      try sequence("(", tuple.items, ")", isInside, isTuple: true)
    case let dict as DictObject:
      if isInside { layout.text("{...}") } else { try self.dict(dict.pairs) }
    case let set as SetObject: try self.set(set, isInside)
    case let type as TypeObject: layout.text(type.qualifiedName)
    case let function as FunctionObject: layout.text(try function.shown(machine))
    case let function as BuiltinFunction: layout.text(function.shown)
    case let instance as InstanceObject where instance.kind.isException:
      try call(
        ShownCall(
          instance.kind.qualifiedName, instance.exceptionArguments.map { .value($0) }), isInside)
    default: try repr(object)
    }
  }

  /// The object's own text, or the class and an address.
  private mutating func repr(_ object: Object) throws(PyError) {
    let text = try object.repr(machine)
    let name = object.type.qualifiedName
    for known in [name, object.typeName] where text == Object.defaultText(known) {
      return layout.text("<\(known) at 0x…>")
    }
    layout.begin()
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      if index > 0 { layout.lineBreak() }
      layout.text(String(line))
    }
    layout.end()
  }

  private mutating func items(
    _ count: Int, _ item: (inout PrettyPrinter, Int) throws(PyError) -> Void
  ) throws(PyError) {
    for index in 0..<min(count, Self.mostItems) {
      if index > 0 { next() }
      try item(&self, index)
    }
    if count > Self.mostItems {
      next()
      layout.text("...")
    }
  }

  private mutating func next() {
    layout.text(",")
    layout.space()
  }

  private mutating func sequence(
    _ opening: String, _ values: [Value], _ closing: String, _ isInside: Bool,
    isTuple: Bool = false
  ) throws(PyError) {
    if isInside { return layout.text("\(opening)...\(closing)") }
    layout.begin(opening.count, opening)
    try items(values.count) { printer, index throws(PyError) in try printer.show(values[index]) }
    if isTuple, values.count == 1 { layout.text(",") }
    layout.end(opening.count, closing)
  }

  private mutating func dict(_ pairs: [(key: Value, value: Value)]) throws(PyError) {
    layout.begin(1, "{")
    try items(pairs.count) { printer, index throws(PyError) in
      try printer.show(pairs[index].key)
      printer.layout.text(": ")
      try printer.show(pairs[index].value)
    }
    layout.end(1, "}")
  }

  private mutating func set(_ set: SetObject, _ isInside: Bool) throws(PyError) {
    let (opening, closing) = set.isFrozen ? ("frozenset({", "})") : ("{", "}")
    var values = set.values
    if values.isEmpty { return layout.text(set.isFrozen ? "frozenset()" : "set()") }
    if values.count < Self.mostItems { values = sorted(values) }
    try sequence(opening, values, closing, isInside)
  }

  /// The values in order; by their texts where they can't be compared.
  private func sorted(_ values: [Value]) -> [Value] {
    var failed = false
    func ordered(_ values: [Value], _ isLess: (Value, Value) throws(PyError) -> Bool) -> [Value] {
      values.sorted { a, b in
        do throws(PyError) {
          return try isLess(a, b)
        } catch {
          failed = true
          return false
        }
      }
    }
    let result = ordered(values) { a, b throws(PyError) in
      try machine.isTrue(machine.binary(.less, a, b))
    }
    if !failed { return result }
    return ordered(values) { a, b throws(PyError) in try machine.str(a) < machine.str(b) }
  }

  private mutating func call(_ shown: ShownCall, _ isInside: Bool) throws(PyError) {
    if isInside { return layout.text("\(shown.name)(...)") }
    layout.begin(shown.name.count + 1, "\(shown.name)(")
    try items(shown.arguments.count) { printer, index throws(PyError) in
      switch shown.arguments[index] {
      case .value(let value): try printer.show(value)
      case .pairs(let pairs):
        printer.layout.begin()
        try printer.dict(pairs)
        printer.layout.end()
      }
    }
    layout.end(shown.name.count + 1, ")")
  }
}

/// `name(argument, …)`, as IPython shows some objects.
public struct ShownCall {
  /// What stands between the parentheses.
  package enum Argument {
    case value(Value)
    /// A dictionary with these pairs.
    case pairs([(key: Value, value: Value)])
  }

  let name: String
  let arguments: [Argument]

  /// A call with its arguments in their order.
  package init(_ name: String, _ arguments: [Argument]) {
    (self.name, self.arguments) = (name, arguments)
  }
}

extension Machine {
  /// The text that Jupyter shows for the last value of a cell: as `repr`, but long containers and
  /// what stands in them an item a line, and functions with their parameters.
  package func shown(_ value: Value) throws(PyError) -> String {
    try DeepStack.run { () throws(PyError) -> String in try PrettyPrinter.text(value, self) }
  }
}
