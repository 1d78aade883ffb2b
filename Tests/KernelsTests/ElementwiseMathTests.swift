import Memory

import Kernels
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system's double-precision functions are the oracle.
@Suite struct ElementwiseMathTests {
  struct Function: Sendable, CustomTestStringConvertible {
    let name: String
    let bound: Double
    let apply: @Sendable (KernelSet, MutableElements<Float>) -> Void
    let oracle: @Sendable (Double) -> Double
    var testDescription: String { name }
  }

  static let functions = [
    Function(name: "exp", bound: 1, apply: { $0.exp($1) }, oracle: { exp($0) }),
    Function(name: "log", bound: 1, apply: { $0.log($1) }, oracle: { log($0) }),
    Function(name: "tanh", bound: 2, apply: { $0.tanh($1) }, oracle: { tanh($0) }),
    Function(
      name: "sigmoid", bound: 2.1, apply: { $0.sigmoid($1) },
      oracle: { 1 / (1 + exp(-$0)) }),
    Function(name: "erf", bound: 2.5, apply: { $0.erf($1) }, oracle: { erf($0) }),
    Function(name: "rsqrt", bound: 1.5, apply: { $0.rsqrt($1) }, oracle: { 1 / $0.squareRoot() }),
  ]

  /// Every 4,099th pattern of bits: about a million numbers of all signs and sizes.
  static let inputs =
    stride(from: UInt32(0), through: .max - 4099, by: 4099)
    .map { Float(bitPattern: $0) } + [0, -0, .infinity, -.infinity, .nan, 1, -1, 104, -104, 88.7]

  @Test(arguments: functions)
  func `the error stays within its bound over all numbers`(function: Function) {
    var values = Self.inputs
    values.withMutableElements { function.apply(.active, $0) }
    var worst = (error: 0.0, input: Float(0))
    for (x, y) in zip(Self.inputs, values) {
      let exact = function.oracle(Double(x))
      let rounded = Float(exact)
      if rounded.isNaN || rounded.isInfinite {
        #expect(y.isNaN == rounded.isNaN && (y == rounded || y.isNaN), "\(function.name)(\(x))")
      } else {
        let error =
          abs(Double(y) - exact) / Double(max(rounded.magnitude.ulp, .leastNonzeroMagnitude))
        if !(error <= worst.error) { worst = (error, x) }
      }
    }
    #expect(worst.error <= function.bound, "\(function.name)(\(worst.input))")
  }

  @Test(arguments: functions, InstructionSet.available)
  func `every instruction set gives the same bits`(
    function: Function, level: InstructionSet
  ) throws {
    var (expected, values) = (Self.inputs, Self.inputs)
    let kernels = try KernelSet(level)
    expected.withMutableElements { function.apply(.active, $0) }
    values.withMutableElements { function.apply(kernels, $0) }
    let differing = zip(expected, values).filter { $0.bitPattern != $1.bitPattern }
    #expect(differing.allSatisfy { $0.isNaN && $1.isNaN })
  }
}
