internal import PythonRuntime
internal import Arrays
internal import Texts

/// How pandas writes columns and puts them side by side.
enum TableText {
  /// The texts of a column, all of one width.
  ///
  /// - Parameter hasBlank: whether each has a blank in front, or its sign.
  static func texts(
    _ column: TableColumn, hasBlank: Bool = true, _ machine: Machine
  ) throws(PyError) -> [String] {
    let texts = try blanked(column, machine)
    return widened(hasBlank ? texts : texts.map { $0.first == " " ? String($0.dropFirst()) : $0 })
  }

  private static func blanked(_ column: TableColumn, _ machine: Machine) throws(PyError) -> [String]
  {
    switch column {
    case .objects(let items):
      var texts: [String] = []
      for item in items { texts.append(try object(item, machine)) }
      return texts
    case .numbers(let array):
      if array.dtype == .bool { return array.integers().map { $0 == 0 ? " False" : " True" } }
      if !array.dtype.isFloating { return array.integers().map { $0 < 0 ? "\($0)" : " \($0)" } }
      return reals(array.reals())
    }
  }

  /// A float has its sign or a blank in front, everything else a blank.
  private static func object(_ item: Value, _ machine: Machine) throws(PyError) -> String {
    if item.isMissing { return " NaN" }
    if case .float(let number) = item.plain {
      return trimmed([plain(number) { FloatText.fixed($0, 6) }])[0]
    }
    let text = try machine.str(item)
    return " " + text.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
  }

  /// Six decimals without the zeros that all have at their end, or powers of ten.
  static func reals(_ values: [Double]) -> [String] {
    let fixed = trimmed(values.map { plain($0) { FloatText.fixed($0, 6) } })
    let isLong = (fixed.map(\.count).max() ?? 0) > 12
    let hasLarge = values.contains { $0.magnitude > 1e6 }
    let hasSmall = values.contains { $0 != 0 && $0.magnitude < 1e-6 }
    guard hasSmall || (isLong && hasLarge) else { return fixed }
    return values.map { plain($0, power) }
  }

  private static func plain(_ value: Double, _ text: (Double) -> String) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let shown = text(value)
    return shown.hasPrefix("-") ? shown : " " + shown
  }

  /// Six decimals and a power of ten.
  private static func power(_ value: Double) -> String { FloatText.scientific(value, 6) }

  private static func trimmed(_ texts: [String]) -> [String] {
    var texts = texts
    func isNumber(_ text: String) -> Bool { text.last?.isNumber == true && text.contains(".") }
    guard texts.contains(where: isNumber) else { return texts }
    while texts.allSatisfy({ !isNumber($0) || $0.hasSuffix("0") }),
      texts.contains(where: isNumber)
    {
      texts = texts.map { isNumber($0) ? String($0.dropLast()) : $0 }
    }
    return texts.map { $0.hasSuffix(".") ? $0 + "0" : $0 }
  }

  /// Texts on the right of the width of the longest; what is longer than 50 is cut.
  static func widened(_ texts: [String], least: Int = 0) -> [String] {
    let limit = 50
    let width = max(min(texts.map(\.width).max() ?? 0, limit), least)
    return texts.map { text in
      let cut = text.width > limit ? String(text.prefix(limit - 3)) + "..." : text
      return String(repeating: " ", count: max(0, width - cut.width)) + cut
    }
  }

  /// Columns side by side, each but the last filled up to its width.
  static func joined(_ columns: [[String]], space: Int) -> String {
    let widths = columns.enumerated().map { place, texts in
      (texts.map(\.width).max() ?? 0) + (place == columns.count - 1 ? 0 : space)
    }
    let rows = columns.map(\.count).max() ?? 0
    return (0..<rows).map { row in
      zip(columns, widths).map { texts, width in
        let text = row < texts.count ? texts[row] : ""
        return text + String(repeating: " ", count: max(0, width - text.width))
      }.joined()
    }.joined(separator: "\n")
  }
}

extension String {
  /// Characters as Python counts them.
  var width: Int { unicodeScalars.count }
}
