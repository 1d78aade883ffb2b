internal import Diagnostics
internal import Rendering
internal import RunRecords

/// Drawings of two notebooks laid over each other, so that all that they share vanishes.
struct JoinedDrawings {
  private let a: [String: [UInt8]]
  private let b: [String: [UInt8]]
  private let language: Language

  /// - Parameters: the files of both sides by `DIRECTIVE/NAME`.
  init(_ a: [String: [UInt8]], _ b: [String: [UInt8]], language: Language) {
    self.a = a
    self.b = b
    self.language = language
  }

  /// One for each drawing that both sides have and that differs.
  func html(_ old: TaskRecord, _ new: TaskRecord) -> String {
    new.outputs.map { output in
      guard let first = a["\(old.id)/\(output.name)"], let second = b["\(new.id)/\(output.name)"],
        first != second
      else { return "" }
      let fragment = OutputFragment(language: language)
      return "<figure><div class=\"blend\">\(fragment.html(image: first, alt: ""))"
        + fragment.html(image: second, alt: words) + "</div>"
        + "<figcaption>\(words)</figcaption></figure>\n"
    }.joined()
  }

  private var words: String {
    language == .portuguese ? "Onde os desenhos diferem" : "Where the drawings differ"
  }
}
