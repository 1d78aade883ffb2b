public import JSON

extension JSONValue {
  /// A text that stands as one string or, as Jupyter writes it, as a list of lines.
  public var joinedText: String? {
    if let string { return string }
    guard let array else { return nil }
    var text = ""
    for element in array {
      guard let line = element.string else { return nil }
      text += line
    }
    return text
  }
}

extension JSONNode {
  /// The strings that make up a text: one, or Jupyter's list of lines; nil for all else.
  var textNodes: [JSONNode]? {
    switch kind {
    case .string: [self]
    case .array(let nodes) where nodes.allSatisfy(\.isString): nodes
    default: nil
    }
  }

  private var isString: Bool {
    if case .string = kind { true } else { false }
  }
}
