/// Dollar signs of a paragraph or heading that are just that: not in code, not of mathematics, not
/// escaped.
public enum PlainDollars {
  /// Their places in the bytes of the text. Cost: linear.
  ///
  /// - Parameters:
  ///   - text: the notebook's bytes of the paragraph or heading.
  ///   - beginsName: whether a name that is looked for stands behind a dollar sign: two such signs
  ///     are no mathematics, as in `$a to ($b)`.
  public static func places(
    in text: ArraySlice<UInt8>, where beginsName: (Int) -> Bool
  ) -> [Int] {
    let dollar = UInt8(ascii: "$")
    guard text.contains(dollar) else { return [] }
    var scanner = MathScanner(text: Array(text))
    var places: [Int] = []
    while scanner.index < scanner.text.count {
      let start = scanner.index
      let isMath = scanner.next() != nil
      guard scanner.text[start] == dollar else { continue }
      let (first, last) = (text.startIndex + start, text.startIndex + scanner.index - 1)
      if isMath {
        guard beginsName(first), beginsName(last) else { continue }
        scanner.goBack(to: start + 1)
      }
      places.append(first)
    }
    return places
  }
}
