extension Notebook {
  /// The notebook's bytes with other text in the place of fences, without outputs, and with numbers in prose as
  /// text that no run fills.
  ///
  /// - Parameters:
  ///   - fences: whole lines by the ids of the directives whose fences go; others stay.
  ///   - frontMatter: whole lines in the place of the front matter.
  public func replacing(fences: [String: String], frontMatter: String) -> [UInt8] {
    var splice = Splice(source)
    splice.replace(self.frontMatter.range ?? 0..<0, with: Array(frontMatter.utf8))
    for region in regions { splice.remove(region) }
    for directive in directives {
      guard let text = fences[directive.id] else { continue }
      splice.replace(directive.range, with: Array(text.utf8))
    }
    for link in runLinks {
      guard let end = link.end else { continue }
      splice.replace(link.range.lowerBound - 1..<link.range.lowerBound, with: [])
      splice.replace(link.range.upperBound..<end, with: [])
    }
    return splice.bytes
  }
}

extension RunLink {
  /// The end of the whole link, behind its closing bracket; nil where that isn't known.
  fileprivate var end: Int? { title.map { $0.range.upperBound + 1 } }
}
