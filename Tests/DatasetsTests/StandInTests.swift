import Diagnostics
import Tensors
import Testing

@testable import Datasets

struct StandInTests {
  @Test(arguments: [
    (Shape([28, 28, 1]), 10, true), (Shape([32, 32, 3]), 10, false),
    (Shape([28, 28, 1]), 26, false),
  ])
  func `Only a set of the same form may stand in`(
    shape: Shape, classCount: Int, fits: Bool
  ) throws {
    let digits = try #require(DatasetCatalog.entry(named: "digits"))
    let wanted = DatasetEntry(
      name: "wanted", summary: Message("", pt: ""), license: "", imageShape: shape,
      classNames: (0..<classCount).map(String.init), trainCount: 1, testCount: 1,
      origin: .made(SyntheticDigits.split))
    #expect(digits.canStandIn(for: wanted) == fits)
  }

  @Test func `The refusal names both sets`() {
    let error = DatasetError.unlikeFallback(name: "letters", fallback: "digits")
    let english = "digits can't stand in for letters: its images or classes are of another kind"
    #expect(error.message.english == english)
  }
}
