internal import PythonRuntime

/// An iterator made of a closure.
final class HostIterator: IteratorObject {
  private let body: (Machine) throws(PyError) -> Value?
  init(_ body: @escaping (Machine) throws(PyError) -> Value?) { self.body = body }

  deinit { LettingGo.hold(body) }

  override func next(_ machine: Machine) throws(PyError) -> Value? { try body(machine) }
}
