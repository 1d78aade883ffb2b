/// What a cell's tags mean, as nbclient and Jupyter Book have it; all others mean nothing here.
public struct CellTags: Hashable, Sendable {
  /// A tag that means something.
  public enum Tag: String, CaseIterable, Sendable {
    /// The cell may fail, and the run goes on.
    case mayFail = "raises-exception"
    /// The cell is not run, and its outputs stay as they are.
    case skipsExecution = "skip-execution"
    /// Pages don't show the code, the outputs, or both.
    case removesInput = "remove-input"
    case removesOutput = "remove-output"
    case removesCell = "remove-cell"
    /// Pages show the code, the outputs, or both, after a click.
    case hidesInput = "hide-input"
    case hidesOutput = "hide-output"
    case hidesCell = "hide-cell"
    /// The cell gives parameters values that whoever runs the notebook chose, as papermill does.
    case injectsParameters = "injected-parameters"
  }

  private let tags: Set<Tag>

  /// The tags among these names that mean something here.
  public init(_ names: [String]) { tags = Set(names.compactMap(Self.tag)) }

  /// The tag of a name; Jupyter Book takes `remove_input` and its like too.
  public static func tag(_ name: String) -> Tag? {
    Tag(rawValue: name.hasPrefix("remove_") ? name.replacing("_", with: "-") : name)
  }

  /// Whether the cell has a tag.
  public func contains(_ tag: Tag) -> Bool { tags.contains(tag) }

  /// Whether a page shows the source.
  public var showsInput: Bool { !contains(.removesInput) && !contains(.removesCell) }
  /// Whether a page shows the outputs.
  public var showsOutput: Bool { !contains(.removesOutput) && !contains(.removesCell) }
  /// Whether a page shows the source behind a click.
  public var foldsInput: Bool { contains(.hidesInput) || contains(.hidesCell) }
  /// Whether a page shows the outputs behind a click.
  public var foldsOutput: Bool { contains(.hidesOutput) || contains(.hidesCell) }
}
