import Notebooks
import Testing

/// A number in prose, a value, and the value in the number's form.
struct NumberCase: Sendable, CustomTestStringConvertible {
  let written: String
  let value: Double
  let shown: String

  init(_ written: String, _ value: Double, _ shown: String) {
    self.written = written
    self.value = value
    self.shown = shown
  }

  var testDescription: String { "\(written) of \(value)" }
}

struct `The form of a number` {
  @Test(arguments: [
    NumberCase("98,9 %", 0.98765, "98,8 %"), NumberCase("~98.94%", 0.5, "~50.00%"),
    NumberCase("0.989", 0.98765, "0.988"), NumberCase("0,9", 1, "1,0"),
    NumberCase("99", 12.6, "13"),
    NumberCase("12 345", 93322, "93 322"), NumberCase("1.234,5", 9876543.21, "9.876.543,2"),
    NumberCase("1.234.567", 93322, "93.322"), NumberCase("-1.0", -0.01, "0.0"),
    NumberCase("−0,5", -2.25, "−2,2"), NumberCase("99\u{A0}%", 0.12, "12\u{A0}%"),
    NumberCase("1.0", .nan, "NaN"), NumberCase("1.234", 0.5, "0.500"),
  ])
  func `is kept`(example: NumberCase) {
    #expect(NumberForm(example.written)?.format(example.value) == example.shown)
  }

  @Test(arguments: ["", "abc", "%", "1..2", "1,2,34", "12 %%", "1e5", "98,9 percent", "~~~1", "1."])
  func `is not read where there is none`(text: String) {
    #expect(NumberForm(text) == nil)
  }
}
