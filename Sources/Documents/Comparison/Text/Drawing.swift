/// A figure's file as a notebook shows it: an SVG whose title and description tell its data.
enum Drawing {
  /// Whether an output of this name is one.
  static func isName(_ name: String) -> Bool { name.hasSuffix(".svg") }

  /// In which form it is drawn: versions of Caderno that lay figures out otherwise give them another number. Nil for
  /// what Caderno didn't draw.
  static func form(of svg: String) -> String? {
    let start = svg.prefix { $0 != ">" }
    guard start.hasPrefix("<svg "), start.contains(" class=\"cf\"") else { return nil }
    guard let name = start.firstRange(of: " data-form=\"") else { return "1" }
    return String(start[name.upperBound...].prefix { $0 != "\"" })
  }

  /// Its title; empty where it has none.
  static func title(of svg: String) -> String { content(of: "title", in: svg) }

  /// Its title and its description, line by line.
  static func words(of svg: String) -> String {
    "\(title(of: svg))\n\(content(of: "desc", in: svg))"
  }

  /// What stands in the first element of a name.
  private static func content(of name: String, in svg: String) -> String {
    guard let start = svg.firstRange(of: "<\(name)")?.upperBound,
      let open = svg[start...].firstIndex(of: ">"),
      let end = svg[open...].firstRange(of: "</\(name)>")?.lowerBound
    else { return "" }
    return String(svg[svg.index(after: open)..<end])
  }
}
