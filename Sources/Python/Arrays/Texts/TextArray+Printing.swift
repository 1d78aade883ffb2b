internal import Texts

extension TextArray {
  /// The text that `str` and `print` give.
  package func text(_ options: PrintOptions = PrintOptions()) -> String {
    if shape.isEmpty { return texts()[0] }
    return places.laidOut(
      separator: " ", prefix: "", width: options.lineWidth, options, format: quoted)
  }

  /// The text that `repr` gives: `array(['a', 'b'], dtype='<U1')`.
  package func representation(_ options: PrintOptions = PrintOptions()) -> String {
    let elements = places.laidOut(
      separator: ", ", prefix: "array(", width: options.lineWidth - 1, options, format: quoted)
    return places.represented(elements, dtypeName: "'\(dtypeName)'", options)
  }

  private func quoted(_ place: ScalarValue) -> String { TextLiteral.repr(words[place.integer]) }
}
