internal import Diagnostics
internal import Notebooks
internal import RunRecords

extension RunLink {
  /// The form of the link's number: its title's, else its text's; nil where neither can be filled in.
  func numberForm(
    otherwise format: NumberFormat = .fixed(digits: 4), in language: Language
  ) -> NumberForm? {
    titleForm(otherwise: format, in: language)
      ?? NumberForm(text, otherwise: format, in: language)
  }

  /// The link with a number in its form; a title keeps what the text doesn't show of that.
  func filled(
    _ value: Double, otherwise format: NumberFormat, in language: Language
  ) -> FilledLink? {
    guard let number = numberForm(otherwise: format, in: language) else { return nil }
    let text = number.text(value)
    if form != nil, titleForm(otherwise: format, in: language) == nil {
      return FilledLink(self, text: text)
    }
    return FilledLink(
      self, text: text, form: number.sample(missingIn: text, otherwise: format), in: language)
  }

  private func titleForm(otherwise format: NumberFormat, in language: Language) -> NumberForm? {
    form.flatMap { NumberForm($0, otherwise: format, in: language) }
  }
}
