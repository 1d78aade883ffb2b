internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import NumPy

/// NumPy's legacy random numbers, which older parts of Keras draw from.
struct LegacyRandom {
  private let session: NumPySession
  private let machine: Machine

  init(_ machine: Machine) {
    self.machine = machine
    session = NumPyLibrary.session(of: machine)
  }

  func seed(_ seed: Int) throws(PyError) { _ = try call("seed", [.int(seed)]) }

  /// A number in `[0, 1)`.
  func number() throws(PyError) -> Double { try real(call("random", [])) }

  /// A number between two.
  func uniform(_ low: Double, _ high: Double) throws(PyError) -> Double {
    try real(call("uniform", [.float(low), .float(high)]))
  }

  /// Two numbers between two.
  func pair(_ low: Double, _ high: Double) throws(PyError) -> [Double] {
    let drawn = try call("uniform", [.float(low), .float(high), .int(2)])
    return try machine.raising { () throws(ArrayError) in try drawn.asArray().reals() }
  }

  /// One of some numbers, or one of those below a whole number.
  func choice(_ values: NumPyValue) throws(PyError) -> Double {
    try real(call("choice", [values]))
  }

  /// The numbers below a count in some order.
  func permutation(_ count: Int) throws(PyError) -> [Int] {
    let drawn = try call("permutation", [.int(count)])
    return try machine.raising { () throws(ArrayError) in try drawn.asArray().integers() }
  }

  private func call(_ name: String, _ arguments: [NumPyValue]) throws(PyError) -> NumPyValue {
    try machine.raising { () throws(ArrayError) in
      try session.call("random.\(name)", arguments)
    }
  }

  private func real(_ value: NumPyValue) throws(PyError) -> Double {
    try machine.raising { () throws(ArrayError) in try value.asArray().item().real }
  }
}
