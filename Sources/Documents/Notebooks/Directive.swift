public import Digests

/// A fenced code block that Caderno executes.
public struct Directive: Hashable, Sendable {
  /// The class without its point: "fit".
  public let kind: String
  /// The author's `#id`, or kind and number: "fit-1".
  public let id: String
  /// Whether the author gave the id.
  public let isNamed: Bool
  /// The id's bytes where it is named, else the kind's.
  public let idRange: Range<Int>
  /// The whole fence in source bytes, from its first line's start through its last line's end.
  public let range: Range<Int>
  /// The lines of the fence in the notebook, from 1.
  public let lines: ClosedRange<Int>
  /// The bytes of `.fit` in the info string.
  public let kindRange: Range<Int>
  /// The info string.
  public let info: String
  /// Whether the fence names no class: plain Python, which runs since the front matter says so.
  public let isPlainPython: Bool
  /// The id of the Jupyter cell that it came from, where a comment above the fence tells.
  public let cellID: String?
  /// The cell's tags, among the fence's attributes or in that comment.
  public let tags: [String]
  /// Those among the attributes.
  public let attributeTags: [String]
  /// The info string without tags.
  public let infoWithoutTags: String
  /// The content and where each of its lines stands.
  public let content: DirectiveContent
  /// Attributes and, for YAML bodies, the body's mapping. Names are unique: the first one counts.
  public let options: [Option]

  /// The content without the fence's indentation, lines ended by LF.
  public var body: String { content.text }

  /// What stands in a Jupyter notebook's cell for it: the content, below the info string where it isn't plain
  /// Python.
  public var cellText: String { kind == "keras" ? body : "\(info)\n\(body)" }

  /// The notebook's byte offset of a UTF-8 offset in `body`. Cost: O(log lines).
  public func sourceOffset(ofBodyUTF8 offset: Int) -> Int { content.sourceOffset(of: offset) }

  /// The notebook's bytes of a range of UTF-8 offsets in `body`.
  public func sourceRange(ofBodyUTF8 range: Range<Int>) -> Range<Int> {
    let start = sourceOffset(ofBodyUTF8: range.lowerBound)
    return start..<max(start, sourceOffset(ofBodyUTF8: range.upperBound))
  }

  /// What the tags mean.
  public var cellTags: CellTags { CellTags(tags) }

  /// The option of a name.
  public func option(_ name: String) -> Option? { options.first { $0.name == name } }

  /// The digest of kind, options from the attributes and body, whatever the line endings.
  public let sourceSHA256: SHA256Digest
}
