internal import CYAML

/// Reads a YAML document event by event (libyaml 0.2).
public final class YAMLReader {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let bytes: [UInt8]
  /// Where the characters begin, by which libyaml counts, and where the last one ends.
  private let offsets: [Int]
  private var anchors: [String: YAMLNode] = [:]
  /// Where the last node ended.
  private var end = 0

  /// The one document in a text; nil where there is none.
  ///
  /// Cost: linear, within `YAMLBounds`.
  public static func root(of text: String) throws(YAMLError) -> YAMLNode? {
    let bytes = Array(text.utf8)
    if let error = YAMLBounds.broken(by: bytes) { throw error }
    return try YAMLReader(bytes).root()
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offsets = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    precondition(yaml_parser_initialize(parser) == 1, "no memory for a YAML parser")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  private func root() throws(YAMLError) -> YAMLNode? {
    // libyaml reads from the array while events are asked for, and only then.
    try bytes.withUnsafeBufferPointer { input throws(YAMLError) in
      yaml_parser_set_input_string(parser, input.baseAddress, input.count)
      return try document()
    }
  }

  private func document() throws(YAMLError) -> YAMLNode? {
    _ = try next()
    let start = try next()
    guard start.kind != .streamEnd else { return nil }
    let root = try node(next())
    _ = try next()
    let end = try next()
    guard end.kind == .streamEnd else {
      throw .invalid("but found another document", offset: end.range.lowerBound)
    }
    return root
  }

  // MARK: - Nodes

  private func node(_ event: YAMLEvent) throws(YAMLError) -> YAMLNode {
    switch event.kind {
    case .alias(let name):
      guard let node = anchors[name] else {
        throw .invalid("found undefined alias", offset: event.range.lowerBound)
      }
      end = event.range.upperBound
      return node
    case .scalar(let text, let style):
      let first = event.range.lowerBound
      let last = style == .block ? endOfLine(first) : event.range.upperBound
      return kept(.scalar(text, isPlain: style == .plain), first..<last, event.anchor)
    case .sequenceStart:
      return try sequence(event)
    case .mappingStart:
      return try mapping(event)
    case .other, .streamEnd, .collectionEnd:
      preconditionFailure("libyaml gives no such event where a node begins")
    }
  }

  private func sequence(_ start: YAMLEvent) throws(YAMLError) -> YAMLNode {
    var nodes: [YAMLNode] = []
    var event = try next()
    while event.kind != .collectionEnd {
      nodes.append(try node(event))
      event = try next()
    }
    return kept(.sequence(nodes), range(start, event), start.anchor)
  }

  private func mapping(_ start: YAMLEvent) throws(YAMLError) -> YAMLNode {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var names: Set<String> = []
    var event = try next()
    while event.kind != .collectionEnd {
      let key = try node(event)
      if let name = key.text, !names.insert(name).inserted {
        throw .duplicateKey(name, range: key.range)
      }
      pairs.append((key, try node(next())))
      event = try next()
    }
    return kept(.mapping(pairs), range(start, event), start.anchor)
  }

  private func kept(
    _ content: YAMLNode.Content, _ range: Range<Int>, _ anchor: String?
  ) -> YAMLNode {
    let node = YAMLNode(content: content, range: range)
    end = range.upperBound
    if let anchor { anchors[anchor] = node }
    return node
  }

  /// In brackets to the closing one; else to the end of the last node, since libyaml ends a block where the
  /// next thing begins.
  private func range(_ start: YAMLEvent, _ last: YAMLEvent) -> Range<Int> {
    let isBlock = last.range.isEmpty
    let first = start.range.lowerBound
    return first..<max(first, isBlock ? end : last.range.upperBound)
  }

  private func endOfLine(_ start: Int) -> Int {
    bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  // MARK: - Events

  private func next() throws(YAMLError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw error() }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event, at: offset(event.start_mark)..<offset(event.end_mark))
  }

  private func error() -> YAMLError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "no memory"
    let offset =
      parser.pointee.error == YAML_READER_ERROR
      ? min(parser.pointee.problem_offset, bytes.count) : offset(parser.pointee.problem_mark)
    return .invalid(problem, offset: offset)
  }

  private func offset(_ mark: yaml_mark_t) -> Int { offsets[min(mark.index, offsets.count - 1)] }
}
