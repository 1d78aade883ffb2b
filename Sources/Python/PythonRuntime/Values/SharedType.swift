/// A class that all runs of the process share: it is whole before anybody sees it, and never changes.
///
/// It is sendable since its initializers take nothing that isn't: no closure in it can hold what belongs
/// to a run. What a program changes in one that Python lets it change is kept by the program's machine.
package final class SharedType: TypeObject, @unchecked Sendable {
  /// A class of Python itself.
  init(
    _ name: String, base: SharedType? = nil, isImmutable: Bool = true, methods: [Method] = [],
    construct: (@Sendable (Arguments, Machine) throws(PyError) -> Value)? = nil
  ) {
    super.init(
      name: name, base: base, isImmutable: isImmutable, members: Method.members(methods),
      construct: construct.map { Self.construction($0) })
  }

  /// A class of a host; see the initializer of ``TypeObject``.
  ///
  /// - Parameters:
  ///   - isImmutable: whether the library writes it in C, so that programs can't change it.
  ///   - items: the classes that items of its objects may be of.
  ///   - turns: properties that are of the class itself.
  ///   - strength: see ``TypeObject/strength``.
  ///   - also: a second class that `isinstance` finds its objects to be of.
  package init(
    _ name: String, module: String, base: SharedType? = nil, _ parameters: String? = nil,
    isImmutable: Bool = false, properties: Set<String>? = nil, methods: [Method] = [],
    items: @escaping @Sendable @autoclosure () -> [TypeObject]? = nil,
    turns: Set<String> = [], strength: Int? = nil,
    also second: SharedType? = nil,
    construct: (@Sendable (Call) throws(PyError) -> Value)? = nil
  ) {
    let signature = parameters.map { CallSignature($0) }
    super.init(
      name: name, base: base, module: module, signature: signature, properties: properties,
      second: second, items: items, turns: turns, strength: strength, isImmutable: isImmutable,
      members: Method.members(methods),
      construct: construct.map { Self.construction(signature, name, $0) })
  }

  private static func construction(
    _ make: @escaping (Arguments, Machine) throws(PyError) -> Value
  ) -> Construction {
    { _, arguments, machine throws(PyError) in try make(arguments, machine) }
  }

  private static func construction(
    _ signature: CallSignature?, _ name: String, _ make: @escaping (Call) throws(PyError) -> Value
  ) -> Construction {
    reading(signature, name) { _, call throws(PyError) in try make(call) }
  }

  /// It belongs to no run, whichever made it first.
  package override func letGo() {}

  package override var qualifiedName: String { module.map { "\($0).\(name)" } ?? name }

  override func ownMember(_ name: String, _ machine: Machine) -> Value? {
    if !machine.classChanges.isEmpty,
      let changed = machine.classChanges[ObjectIdentifier(self)]?[name]
    {
      return changed.isUnset ? nil : changed
    }
    return members[name]
  }

  override func change(_ name: String, to value: Value?, _ machine: Machine) {
    machine.classChanges[ObjectIdentifier(self), default: [:]][name] = value ?? .unset
  }
}
