/// Whatever is not an inline value: the base of Python's containers and of what hosts bring along.
///
/// A host overrides what its objects can do; everything else raises the error that Python raises.
open class Object {
  /// Its neighbors among the objects of its run; see ``RunObjects``. Only one thread of a run works at a time,
  /// and no access is inside of another.
  @exclusivity(unchecked) final var previous: Unmanaged<Object>?
  @exclusivity(unchecked) final var next: Unmanaged<Object>?

  /// An object of the run that goes on, which lets go of it at its end.
  public init() { enter() }
  deinit { leave() }

  /// Lets go of whatever may hold the object itself, at the end of its run: of all that can be put into
  /// it after it was made. What it was made with is older, so that no circle has only that.
  open func letGo() {}

  /// The name that messages use.
  open var typeName: String { "object" }
  /// The type's object, where programs can have it.
  open var type: TypeObject { TypeObject.inner[typeName] ?? .object }

  /// `repr(self)`.
  open func repr(_ machine: Machine) throws(PyError) -> String {
    Self.defaultText(typeName)
  }
  /// What objects without a text of their own have; addresses are left out, which differ from run
  /// to run.
  package static func defaultText(_ typeName: String) -> String { "<\(typeName) object at 0x…>" }
  /// `str(self)`.
  open func str(_ machine: Machine) throws(PyError) -> String { try repr(machine) }
  /// The call of its class as which Jupyter shows the object; nil for its `repr`.
  open var shownCall: ShownCall? { nil }
  /// `bool(self)`.
  open func isTrue(_ machine: Machine) throws(PyError) -> Bool { true }

  /// `self.name`; nil where there is none.
  open func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? { nil }
  /// `self.name = value`; false where that is not allowed.
  open func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Bool { false }
  /// `del self.name`; false where that is not allowed.
  open func deleteAttribute(_ name: String, _ machine: Machine) throws(PyError) -> Bool { false }

  /// `self(…)`.
  open func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    throw machine.error("TypeError", "'\(typeName)' object is not callable")
  }
  /// `callable(self)`: whether `call` does more than raise an error.
  open func isCallable(_ machine: Machine) -> Bool { false }

  /// `self[index]`.
  open func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    throw machine.error("TypeError", "'\(typeName)' object is not subscriptable")
  }
  /// `self[index] = value`.
  open func setItem(_ index: Value, _ value: Value, _ machine: Machine) throws(PyError) {
    throw machine.error("TypeError", "'\(typeName)' object does not support item assignment")
  }
  /// `del self[index]`.
  open func deleteItem(_ index: Value, _ machine: Machine) throws(PyError) {
    throw machine.error("TypeError", "'\(typeName)' object doesn't support item deletion")
  }

  /// `len(self)`; nil where there is none.
  open func length(_ machine: Machine) throws(PyError) -> Int? { nil }
  /// `iter(self)`; nil where there is none.
  open func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? { nil }
  /// `value in self`; nil to look through the iterator.
  open func contains(_ value: Value, _ machine: Machine) throws(PyError) -> Bool? { nil }

  /// `self operator other`, or `other operator self` where reflected; nil where it isn't done.
  open func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? { nil }
  /// `-self`, `+self`, `~self` or `abs(self)`, by the sign or name; nil where it isn't done.
  open func unary(_ symbol: String, _ machine: Machine) throws(PyError) -> Value? { nil }
  /// `self == other`; nil where they are no kin, so that only the same object is equal.
  open func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? { nil }
  /// `self operator= other`; nil where that makes a new value.
  open func inPlace(
    _ operation: Operation, _ other: Value, _ machine: Machine
  ) throws(PyError) -> Value? { nil }
  /// The Python number that the object stands for, as NumPy's scalars do: an integer, float or bool.
  open var plainNumber: Value? { nil }
  /// What is said where a whole number is needed and the object is none; nil for Python's own words.
  open var indexRefusal: String? { nil }
  /// Whether it has axes, so that `int` and `float` ask its own conversion, however few numbers it has.
  open var hasAxes: Bool { false }
  /// A number that is the same for equal objects; nil where the object can change.
  open func hashNumber(_ machine: Machine) throws(PyError) -> Int? {
    ObjectIdentifier(self).hashValue
  }
  /// `format(self, spec)`; nil for the default.
  open func format(_ spec: String, _ machine: Machine) throws(PyError) -> String? { nil }
}

/// What `object()` makes.
final class PlainObject: Object {
  override var type: TypeObject { .object }
}

/// What stands between two operands.
public enum Operation: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case matrixMultiply = "@"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case power = "** or pow()"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case bitOr = "|"
  case bitXor = "^"
  case bitAnd = "&"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="

  var isComparison: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: true
    default: false
    }
  }
}

/// The arguments of a call.
public struct Arguments {
  /// The values without a name.
  package var positional: [Value]
  /// The values with names, in the order of the call.
  package var keywords: [(name: String, value: Value)]

  /// The arguments of `f(1, 2, name=3)`, read from left to right.
  package init(_ positional: [Value] = [], keywords: [(name: String, value: Value)] = []) {
    self.positional = positional
    self.keywords = keywords
  }
}

/// Something that gives values one by one.
open class IteratorObject: Object {
  open override var typeName: String { "iterator" }
  /// The next value; nil at the end.
  open func next(_ machine: Machine) throws(PyError) -> Value? { nil }
  open override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? { self }
}

/// An iterator made of a closure.
package final class ClosureIterator: IteratorObject {
  private let name: String
  private var body: (Machine) throws(PyError) -> Value?

  /// - Parameters:
  ///   - name: the class's name, such as `zip`.
  ///   - body: gives the next value; nil at the end.
  package init(_ name: String, _ body: @escaping (Machine) throws(PyError) -> Value?) {
    self.name = name
    self.body = body
  }

  deinit { LettingGo.hold(body) }
  package override func letGo() { body = { _ in nil } }

  package override var typeName: String { name }
  package override func next(_ machine: Machine) throws(PyError) -> Value? {
    try machine.checkRoom()
    return try body(machine)
  }
}
