import Memory

import Foundation
import Tensors
import Testing

@testable import Networks

@Suite struct ScalarMathTests {
  static let points: [Float] =
    [0, 1e-30, 1e-8, 1e-4, 0.003, 0.1, 0.4, 0.7, 1, 3, 20, 80].flatMap { [$0, -$0] }

  @Test(arguments: points)
  func `small numbers keep their digits`(_ x: Float) {
    expectClose(ScalarMath.expMinusOne(x), expm1(Double(x)))
    expectClose(ScalarMath.softplus(x), log1p(exp(Double(x))))
    if x > -1 { expectClose(ScalarMath.logOnePlus(x), log1p(Double(x))) }
  }

  @Test func `infinities and NaN go through`() {
    #expect(ScalarMath.expMinusOne(.infinity) == .infinity)
    #expect(ScalarMath.expMinusOne(-.infinity) == -1)
    #expect(ScalarMath.softplus(.infinity) == .infinity)
    #expect(ScalarMath.softplus(-.infinity) == 0)
    #expect(ScalarMath.logOnePlus(.infinity) == .infinity)
    #expect(ScalarMath.expMinusOne(.nan).isNaN)
    #expect(ScalarMath.softplus(.nan).isNaN)
    #expect(ScalarMath.logOnePlus(.nan).isNaN)
  }

  @Test(arguments: ["elu", "softplus"])
  func `a block has the bits of its numbers on their own`(_ name: String) throws {
    let function = try ActivationCatalog.make(name)
    let numbers = Formula.numbers([1300], salt: 4, scale: 30).values
    var block = numbers
    block.withMutableElements { function.apply($0, rowLength: 1) }
    let single = numbers.map { x in
      if name == "softplus" { return ScalarMath.softplus(x) }
      return x > 0 ? x : ScalarMath.expMinusOne(x)
    }
    #expect(block == single)
  }

  /// Within six units in the last place of a Float.
  private func expectClose(_ got: Float, _ expected: Double) {
    #expect(abs(Double(got) - expected) <= 6 * 0x1p-24 * abs(expected), "\(got), not \(expected)")
  }
}
