internal import PythonSyntax

/// A function as it runs: its parameters and body, compiled.
final class FunctionCode {
  struct Parameter {
    let name: String
    let place: Scope.Place
    let hasDefault: Bool
  }

  let name: String
  /// The name with those of the functions and classes around it: `A.f`.
  let qualifiedName: String
  let documentation: String?
  var positionalOnly: [Parameter] = []
  var standard: [Parameter] = []
  var extraPositional: Parameter?
  var keywordOnly: [Parameter] = []
  var extraKeyword: Parameter?
  var body: CompiledStatement = { _ in .normal }
  /// The places of parameters, where a call with as many values needs nothing else.
  private(set) var simplePlaces: [Scope.Place]?
  /// The places of the parameters that can be given by name.
  private(set) var placesByName: [String: Scope.Place] = [:]
  /// Whether a call makes a generator.
  var isGenerator = false
  var slotCount = 0
  var cellCount = 0

  /// To be called when all parameters are known.
  func finish() {
    let isSimple = extraPositional == nil && keywordOnly.isEmpty && extraKeyword == nil
    simplePlaces = isSimple ? (positionalOnly + standard).map(\.place) : nil
    placesByName = Dictionary((standard + keywordOnly).map { ($0.name, $0.place) }) { first, _ in
      first
    }
  }

  init(name: String, qualifiedName: String, documentation: String?) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.documentation = documentation
  }
}

/// What a statement leads to.
enum Flow {
  case normal, breaking, continuing
  case returning(Value)
}

/// An expression, compiled.
typealias Code = (Frame) throws(PyError) -> Value
/// A statement, compiled.
typealias CompiledStatement = (Frame) throws(PyError) -> Flow
/// An assignment to a target, compiled.
typealias Store = (Frame, Value) throws(PyError) -> Void

/// One call's variables.
final class Frame {
  let machine: Machine
  let globals: Globals
  let slots: UnsafeMutablePointer<Value>
  let cells: [SharedVariable]
  let captured: [SharedVariable]
  private let count: Int
  /// Where `yield` hands values out.
  weak var coroutine: Coroutine?
  /// What the frame's own `except` handles.
  var handled: PyError?
  /// Where the operation stands that runs, or ran last. Nothing reads it while an operation notes it.
  @exclusivity(unchecked) var span = SourceSpan(0..<0)

  init(
    _ machine: Machine, _ globals: Globals, slots count: Int, cells: Int, captured: [SharedVariable]
  ) {
    self.machine = machine
    self.globals = globals
    self.captured = captured
    self.count = count
    slots = .allocate(capacity: max(count, 1))
    slots.initialize(repeating: .unset, count: max(count, 1))
    self.cells = (0..<cells).map { _ in SharedVariable() }
  }

  /// Lets go of all variables, its own and those that it shares.
  func clear() {
    for slot in 0..<count { slots[slot] = .unset }
    for cell in cells + captured { cell.value = .unset }
  }

  deinit {
    slots.deinitialize(count: max(count, 1))
    slots.deallocate()
  }
}

/// The variables of a notebook, which all its cells share.
package final class Globals {
  /// A variable's place never changes, so that compiled code can keep it. Only one thread runs at a
  /// time, and no access is inside of another.
  @exclusivity(unchecked) var values: [Value] = []
  private var places: [String: Int] = [:]

  /// No variables.
  package init() {}

  func place(of name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = values.count
    values.append(.unset)
    return values.count - 1
  }

  /// The variables that have a value, in the order in which they were first named.
  var names: [String] {
    places.sorted { $0.value < $1.value }.map(\.key).filter { self[$0] != nil }
  }

  /// Lets go of all values.
  func clear() {
    for place in values.indices { values[place] = .unset }
  }

  /// A variable's value; nil where it has none, and when set to nil it is deleted.
  package subscript(name: String) -> Value? {
    get { places[name].flatMap { values[$0].isUnset ? nil : values[$0] } }
    set { values[place(of: name)] = newValue ?? .unset }
  }
}
