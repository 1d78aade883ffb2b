/// A method of a class.
///
/// It is sendable since its body must be: what stands in a class that all runs share holds nothing of
/// any run.
package struct Method: @unchecked Sendable {
  /// The name under which it is found in its class.
  package var name: String { function.name }
  let function: BuiltinFunction

  /// A method with a signature as Python writes it, the object included; see ``CallSignature``.
  ///
  /// - Parameters:
  ///   - binds: whether it takes the object that it is found in; else it is a function.
  ///   - owner: the class that errors of calls name before it.
  package init(
    _ name: String, _ parameters: String, binds: Bool = true, of owner: String? = nil,
    gives result: SharedType? = nil, _ body: @escaping @Sendable (Call) throws(PyError) -> Value
  ) {
    function = BuiltinFunction(name, parameters, binds: binds, of: owner, gives: result, body)
  }

  /// A method that reads its arguments itself; the first is the object.
  init(
    _ name: String, binds: Bool = true,
    _ body: @escaping @Sendable (Arguments, Machine) throws(PyError) -> Value
  ) {
    function = BuiltinFunction(name, binds: binds, body)
  }

  /// A method of a host's objects; the first parameter is the object and isn't written.
  ///
  /// - Parameter owner: the class that errors of calls name before it.
  package static func method<Receiver: Object>(
    _ name: String, _ parameters: String = "", of owner: String? = nil,
    gives result: SharedType? = nil,
    _ body: @escaping @Sendable (Receiver, Call) throws(PyError) -> Value
  ) -> Method {
    let all = parameters.isEmpty ? "self" : "self, \(parameters)"
    return Method(name, all, of: owner, gives: result) { call throws(PyError) in
      guard let receiver: Receiver = call.required("self").asObject() else {
        throw call.error(
          "TypeError",
          "\(name)() is not a method of \(call.machine.typeName(call.required("self")))")
      }
      return try body(receiver, call)
    }
  }

  /// The method, of which it is known what a call gives.
  package func giving(
    _ foresight: @escaping @Sendable (KnownCall) throws(PyError) -> KnownResult
  ) -> Method {
    _ = function.giving(foresight)
    return self
  }

  /// The method, which a look at a program calls where all arguments are known; see ``BuiltinFunction/rehearsed()``.
  package func rehearsed() -> Method {
    _ = function.rehearsed()
    return self
  }

  /// The method, of which it is known what a call changes.
  package func changing(_ effect: KnownEffect) -> Method {
    _ = function.changing(effect)
    return self
  }

  /// The method, of which it is known which arguments it refuses.
  package func refusing(_ objections: @escaping @Sendable (KnownCall) -> [KnownProblem]) -> Method {
    _ = function.refusing(objections)
    return self
  }

  /// The members of a class, by name.
  static func members(_ methods: [Method]) -> [String: Value] {
    var all: [String: Value] = [:]
    for method in methods { all[method.name] = .object(method.function) }
    return all
  }
}
