extension TextArray {
  /// The text that `str` and `print` give.
  public func text(_ options: PrintOptions = PrintOptions()) -> String {
    if shape.isEmpty { return texts()[0] }
    return places.laidOut(
      separator: " ", prefix: "", width: options.lineWidth, options, format: quoted)
  }

  /// The text that `repr` gives: `array(['a', 'b'], dtype='<U1')`.
  public func representation(_ options: PrintOptions = PrintOptions()) -> String {
    let elements = places.laidOut(
      separator: ", ", prefix: "array(", width: options.lineWidth - 1, options, format: quoted)
    return places.represented(elements, dtypeName: "'\(dtypeName)'", options)
  }

  private func quoted(_ place: ScalarValue) -> String { Self.quoted(words[place.integer]) }

  /// A text as Python's `repr` shows it.
  public static func quoted(_ text: String) -> String {
    let quote: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var result = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote, "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 32 || scalar.value == 127:
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + (digits.count < 2 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result.unicodeScalars.append(quote)
    return result
  }
}
