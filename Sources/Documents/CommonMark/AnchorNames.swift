/// Names of anchors for headings, as GitHub makes them; each is given out once.
struct AnchorNames: Sendable {
  private var taken: Set<String> = []
  /// The next number to try for a name that came up before.
  private var next: [String: Int] = [:]

  /// Lower case, without punctuation, a hyphen for each space; numbered where it is taken.
  mutating func name(for heading: String) -> String {
    var slug = ""
    for scalar in heading.lowercased().unicodeScalars {
      let properties = scalar.properties
      if scalar == " " {
        slug += "-"
      } else if properties.isAlphabetic || properties.numericType != nil || scalar == "-"
        || scalar == "_" || properties.generalCategory == .nonspacingMark
      {
        slug.unicodeScalars.append(scalar)
      }
    }
    if slug.isEmpty { slug = "section" }
    var candidate = slug
    while !taken.insert(candidate).inserted {
      let number = next[slug, default: 1]
      next[slug] = number + 1
      candidate = "\(slug)-\(number)"
    }
    return candidate
  }

  /// An id that an author gave, if it is a plain name that nothing on the page has yet.
  mutating func claim(_ id: String) -> String? {
    let isPlain =
      !id.isEmpty && id.utf8.count <= 100
      && id.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
      }
    return isPlain && taken.insert(id).inserted ? id : nil
  }
}
