/// An object of a host with a class: its methods are the class's, its other attributes its own.
open class HostObject: Object {
  /// The class, which lists methods and the names of attributes.
  open var hostType: TypeObject { .object }

  public final override var type: TypeObject { hostType }
  open override var typeName: String {
    hostType.isImmutable ? hostType.qualifiedName : hostType.name
  }
  open override func repr(_ machine: Machine) throws(PyError) -> String {
    Object.defaultText(hostType.qualifiedName)
  }

  /// An attribute that is no method; nil where there is none.
  open func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? { nil }

  open override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    if let value = try property(name, machine) { return value }
    if let member = hostType.member(name, machine) {
      return try machine.bind(member, to: .object(self))
    }
    return name == "__class__" ? .object(hostType) : nil
  }
}
