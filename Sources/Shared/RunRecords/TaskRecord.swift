/// What one directive of a run did.
public struct TaskRecord: Hashable, Codable, Sendable {
  /// How a task ended.
  public enum Status: String, Codable, Sendable, CaseIterable {
    case ok
    case error
    /// Nothing was computed: the outputs came from the cache.
    case cached
    case skipped
  }

  /// What the reader isn't shown; the record always has everything.
  public enum Hiding: String, Codable, Sendable, CaseIterable { case input, output, all }

  /// The directive's name, such as "treino" or "fit-1".
  public var id: String
  /// Whether the author gave the name; nil in older records, which don't tell.
  public var isNamed: Bool?
  /// The directive's class, such as "fit".
  public var kind: String
  /// SHA-256 of the directive's source as 64 hexadecimal digits.
  public var sourceSHA256: String
  /// The source itself, or as much of its beginning as tells it from others; nil in older records.
  public var source: String?
  /// The id of the cell in a Jupyter notebook.
  public var cellID: String?
  /// The fence's lines in the notebook.
  public var lines: LineRange
  /// How the task ended.
  public var status: Status
  /// How long it took. Volatile: never compared, never shown in a region.
  public var seconds: Double?
  /// The short hash of all that the outputs depend on; empty where nothing ran.
  public var key: String
  /// What the key is made of, by name: options as they are written, short hashes of the data, models
  /// and results that the task reads. A comparison names causes by it. Nil in older records.
  public var inputs: [String: String]?
  /// How far numbers may differ from another run's, where the directive says so.
  public var tolerance: Double?
  /// What it gave, in the order in which it is shown; of a failed task up to its error.
  public var outputs: [Output]
  /// The numbers that a cell's variables held at its end, by name; for prose, tables and values, never
  /// compared. Nil where it has none.
  public var numbers: [MetricsOutput.Metric]?
  /// What of the cell isn't shown; nil where all is.
  public var hide: Hiding?
  /// The cell's tags; nil where it has none.
  public var tags: [String]?
  /// What stands below the outputs; where there are figures, the last one has it instead.
  public var caption: String?

  /// A task that ended well where `status` doesn't say otherwise.
  public init(
    id: String, isNamed: Bool? = nil, kind: String, sourceSHA256: String, lines: LineRange,
    status: Status = .ok,
    seconds: Double? = nil, key: String, inputs: [String: String]? = nil,
    tolerance: Double? = nil, outputs: [Output] = [],
    numbers: [MetricsOutput.Metric]? = nil, hide: Hiding? = nil, caption: String? = nil,
    source: String? = nil, cellID: String? = nil, tags: [String]? = nil
  ) {
    self.id = id
    self.isNamed = isNamed
    self.kind = kind
    self.sourceSHA256 = sourceSHA256
    self.source = source
    self.cellID = cellID
    self.lines = lines
    self.status = status
    self.seconds = seconds
    self.key = key
    self.inputs = inputs
    self.tolerance = tolerance
    self.outputs = outputs
    self.numbers = numbers
    self.hide = hide
    self.tags = tags
    self.caption = caption
  }
}
