import Diagnostics
import Foundation
import Testing

@testable import Rendering

@Suite struct `Numbers as text` {
  /// The oracle is Foundation's formatting.
  @Test(arguments: [
    0, -0.0, 0.5, 1.5, 2.5, 0.125, 0.98939997, -1e-9, 1e21, 123456.789, 1e-300, 0.1 + 0.2,
    .greatestFiniteMagnitude,
  ])
  func `have exactly the digits asked for`(value: Double) {
    for digits in [0, 1, 4, 17] {
      let expected = String(format: "%.\(digits)f", value)
      let isZero = !expected.contains { "123456789".contains($0) }
      #expect(
        NumberText.fixed(value, digits: digits)
          == (isZero ? expected.replacing("-", with: "") : expected))
    }
  }

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1000, "1,000", "1\u{202F}000"),
    (-93322, "-93,322", "-93\u{202F}322"),
    (Int.min, "-9,223,372,036,854,775,808", "-9 223 372 036 854 775 808"),
  ])
  func `are grouped by thousands`(value: Int, english: String, portuguese: String) {
    #expect(NumberText.grouped(value, in: .english) == english)
    #expect(
      NumberText.grouped(value, in: .portuguese)
        == portuguese.replacing(" ", with: "\u{202F}"))
  }

  @Test(
    arguments: [
      (.nan, "NaN"), (.infinity, "∞"), (-.infinity, "−∞"), (1.0, "1.00"),
    ] as [(Double, String)])
  func `say what isn't finite`(value: Double, expected: String) {
    #expect(NumberText.fixed(value, digits: 2) == expected)
  }
}
