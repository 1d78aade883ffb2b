public import JSON

/// A cell of a Jupyter notebook.
public struct JupyterCell: Hashable, Sendable {
  /// What stands in a cell.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case code, markdown, raw }

  /// Whether it is run, shown as prose, or kept as it is.
  public var kind: Kind
  /// Unique in its notebook; nil before nbformat 4.5.
  public var id: String?
  /// The text as one string, also where the file has a list of lines.
  public var source: String
  /// What tools say of the cell, tags among it; names that nobody here knows are kept.
  public var metadata: JSONObject
  /// Files that a cell brings along: names to media types to contents. Nil for code.
  public var attachments: JSONObject?
  /// Only code has one, after it was run.
  public var executionCount: Int?
  /// Only code has them.
  public var outputs: [JupyterOutput]

  /// A cell; only code may have a count and outputs.
  public init(
    _ kind: Kind, id: String? = nil, source: String, metadata: JSONObject = [:],
    attachments: JSONObject? = nil, executionCount: Int? = nil, outputs: [JupyterOutput] = []
  ) {
    self.kind = kind
    self.id = id
    self.source = source
    self.metadata = metadata
    self.attachments = attachments
    self.executionCount = executionCount
    self.outputs = outputs
  }

  /// Whether there is nothing in it.
  public var isBlank: Bool { source.allSatisfy(\.isWhitespace) }

  /// Whether a text may be a cell's id (nbformat 4.5): letters, digits, `-` and `_`, at most 64.
  public static func isID(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
