import Comparison
import Diagnostics
import Testing

struct `A tolerance` {
  @Test(arguments: [
    (1.0, 1.0, Tolerance.zero, true),
    (1.0, 1.0.nextUp, .zero, false),
    (1.0, 1.25, Tolerance(absolute: 0.25), true),
    (1.0, 1.25, Tolerance(absolute: 0.125), false),
    (100.0, 110.0, Tolerance(relative: 0.1), true),
    (110.0, 100.0, Tolerance(relative: 0.1), true),
    (100.0, 112.0, Tolerance(relative: 0.1), false),
    (0.0, -0.0, .zero, true),
    (.nan, .nan, .zero, true),
    (.nan, 1.0, Tolerance(absolute: 1e9), false),
    (.infinity, .infinity, .zero, true),
    (.infinity, -.infinity, Tolerance(absolute: 1e300, relative: 1), false),
    (.infinity, 1.0, Tolerance(absolute: 1e300, relative: 1), false),
  ])
  func `allows numbers that are near enough`(
    a: Double, b: Double, tolerance: Tolerance, isAllowed: Bool
  ) {
    #expect(tolerance.allows(a, b) == isAllowed)
    #expect(tolerance.allows(b, a) == isAllowed)
  }

  @Test func `of a directive widens that of the command`() {
    let tolerance = Tolerance(absolute: 0.25, relative: 0.5)
    #expect(tolerance.widened(absolute: 0.5) == Tolerance(absolute: 0.5, relative: 0.5))
    #expect(tolerance.widened(absolute: 0.125) == tolerance)
    #expect(tolerance.widened(absolute: nil) == tolerance)
  }

  @Test(arguments: [
    // The last digit of a printed number is rounded, so that one unit of it is allowed on top.
    ("loss 0.5000", "loss 0.5009", 0.001, true),
    ("loss 0.5000", "loss 0.5012", 0.001, false),
    ("98,9 %", "99,1 %", 0.002, true),
    ("98,9 %", "99,9 %", 0.002, false),
    ("98.9 %", "0.989", 1.0, false),
    ("| 1,234 |", "| 1,235 |", 1.0, true),
    ("| 1,234 |", "| 1,236 |", 1.0, false),
    ("-0.5", "−0.5", 0.001, true),
    ("a  0.5", "a 0.5", 0.001, true),
    ("a 0.5", "b 0.5", 1.0, false),
    ("0.5 0.5", "0.5", 1.0, false),
    ("3 of 4", "2 of 4", 0.5, false),
  ])
  func `applies to the numbers in a text`(a: String, b: String, absolute: Double, agrees: Bool) {
    let tolerance = Tolerance(absolute: absolute)
    #expect(TextWords.agree(a, b, within: tolerance) == agrees)
    #expect(TextWords.agree(b, a, within: tolerance) == agrees)
    #expect(TextWords.agree(a, b, within: .zero) == (a == b))
  }

  /// A comma before three digits parts decimals in Portuguese, thousands in English.
  @Test(arguments: [(Language.portuguese, true), (.english, false)])
  func `reads commas as the lesson's language has them`(language: Language, agrees: Bool) {
    let tolerance = Tolerance(absolute: 0.005)
    #expect(TextWords.agree("| 12,345 |", "| 12,348 |", within: tolerance, in: language) == agrees)
  }
}
