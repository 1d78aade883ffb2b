internal import Diagnostics
internal import RunRecords
internal import Words

/// Which rows of a long table are shown: the first, the last, those with extremes, and some between.
struct ShownRows {
  let indices: [Int]
  private let count: Int

  /// A table has no more rows than this, but for those with extremes.
  static let most = 40

  /// - Parameter wanted: rows that are shown in any case.
  init(of count: Int, and wanted: [Int] = []) {
    self.count = count
    guard count > Self.most else {
      indices = Array(0..<count)
      return
    }
    let spread = (0..<Self.most).map { $0 * (count - 1) / (Self.most - 1) }
    indices = Set(spread + wanted.filter((0..<count).contains)).sorted()
  }

  func notes(in language: Language) -> [String] {
    guard indices.count < count else { return [] }
    let numbers = [indices.count, count].map {
      NumberForm.drawn(digits: 0, in: language).text(Double($0))
    }
    return [language.words.rows(numbers[0], of: numbers[1])]
  }
}
