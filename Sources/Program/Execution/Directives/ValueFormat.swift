internal import Notebooks
internal import RunRecords

extension TaskPlanner {
  /// How numbers are shown: `format` with `digits`.
  mutating func numberFormat() -> NumberFormat {
    let digits = reader.int("digits", in: 0...12)?.value
    let name = reader.choice("format", of: ["number", "percent", "integer"])?.value
    return NumberFormat(name: name, digits: digits)
  }
}

extension NumberFormat {
  /// The format of a name, with four digits for numbers and two for percentages where none are said.
  init(name: String?, digits: Int?) {
    switch name {
    case "percent": self = .percent(digits: digits ?? 2)
    case "integer": self = .integer(grouped: true)
    default: self = .fixed(digits: digits ?? 4)
    }
  }
}
