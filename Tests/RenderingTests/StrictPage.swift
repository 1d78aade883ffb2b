/// Reads a page in the strict grammar that the renderers write: no lenience, so nothing that a browser
/// might read in another way passes.
///
/// What breaks the grammar, is unbalanced or stands on no list here, is a find.
struct StrictPage {
  private(set) var finds: [String] = []
  /// The elements that are open.
  private var open: [String] = []
  private var rest: Substring
  private var styles = 0

  init(_ page: String) {
    rest = page[...]
    while !rest.isEmpty, finds.count < 5 { read() }
    if !open.isEmpty { finds.append("open at the end: \(open)") }
    if styles > 1 { finds.append("more than one style sheet") }
  }

  private mutating func read() {
    let text = rest.prefix { $0 != "<" }
    if let problem = Self.problem(inText: text) { finds.append(problem) }
    rest = rest[text.endIndex...]
    guard !rest.isEmpty else { return }
    if let match = rest.prefixMatch(of: #/<!(?i:doctype) html>/#) {
      rest = rest[match.range.upperBound...]
    } else if let match = rest.prefixMatch(of: #/<\/([a-zA-Z0-9]+)>/#) {
      rest = rest[match.range.upperBound...]
      if open.popLast() != String(match.output.1) {
        finds.append("\(match.output.0) closes nothing")
      }
    } else if let match = rest.prefixMatch(
      of: #/<([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z:-]+(?:="[^"<>]*")?)*) ?(\/?)>/#)
    {
      rest = rest[match.range.upperBound...]
      begin(String(match.output.1), attributes: match.output.2, isEmpty: !match.output.3.isEmpty)
    } else {
      finds.append("no tag of ours: \(rest.prefix(60))")
      rest = rest.dropFirst()
    }
  }

  private mutating func begin(_ name: String, attributes: Substring, isEmpty: Bool) {
    if !Self.elements.contains(name) { finds.append("<\(name)>") }
    for match in attributes.matches(of: #/ ([a-zA-Z:-]+)(?:="([^"]*)")?/#) {
      check(String(match.output.1), match.output.2 ?? "")
    }
    if !isEmpty, !["meta", "br", "hr", "img", "wbr", "input"].contains(name) { open.append(name) }
    guard name == "style" else { return }
    styles += 1
    rest = rest.drop { $0 != "<" }
  }

  private mutating func check(_ name: String, _ value: Substring) {
    if !Self.attributes.contains(name) { finds.append("\(name)=") }
    if let problem = Self.problem(inText: value) { finds.append("\(name): \(problem)") }
    let address = value.replacing("&amp;", with: "&").lowercased()
    switch name {
    case "src" where address.prefixMatch(of: Self.picture) == nil: finds.append("src=\(value)")
    case "href" where address.prefixMatch(of: Self.link) == nil: finds.append("href=\(value)")
    case "type" where value != "checkbox": finds.append("type=\(value)")
    case "http-equiv" where value != "Content-Security-Policy": finds.append("http-equiv=\(value)")
    default: break
    }
  }

  /// Only escapes of the renderers, and no character that they don't let through.
  private static func problem(inText text: Substring) -> String? {
    for match in text.matches(of: #/&(?:amp|lt|gt|quot|#39|#x27);|[&>]/#)
    where match.output.count == 1 {
      return "bare \(match.output) in \(text.prefix(60))"
    }
    return nil
  }

  private nonisolated(unsafe) static let picture =
    #/data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,[a-z0-9+\/=]*$/#
  /// Harmless schemes, and addresses without one.
  private nonisolated(unsafe) static let link =
    #/(?:(?:https?|mailto|ftp|tel|doi):|[^:]*(?:$|[\/?#])|$)/#

  private static let elements = Set(
    """
    html head meta title style body div header main nav section footer details summary h1 h2 h3 h4 h5 h6 p \
    ul ol li blockquote pre code span a b i em strong del ins sup sub kbd mark abbr u s small dl dt dd caption tfoot input br hr wbr img figure figcaption table thead \
    tbody tr th td svg desc g rect path circle text math semantics annotation mrow mi mo mn mspace mtext \
    msub msup msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd mstyle mphantom mpadded
    """.split(separator: " ").map(String.init))

  private static let attributes = Set(
    """
    lang charset http-equiv content name class id role aria-label aria-labelledby aria-describedby aria-hidden tabindex open \
    start checked disabled type colspan rowspan href src alt title scope display encoding mathvariant width accent viewBox height transform x y \
    rx d fill-opacity stroke stroke-width cx cy r stretchy form lspace rspace minsize maxsize movablelimits \
    accentunder linethickness displaystyle scriptlevel mathcolor depth
    """.split(separator: " ").map(String.init))
}
