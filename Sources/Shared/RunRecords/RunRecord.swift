/// All that a run did: the source of every rendering and comparison.
///
/// Two records with NaN in them are never equal (`Hashable` follows IEEE 754); compare bit
/// patterns where that matters.
public struct RunRecord: Hashable, Codable, Sendable {
  /// The version of the schema that this program writes (docs/run-record.schema.json).
  public static let currentSchemaVersion = 1

  /// The version of the schema that the record was written in; a newer one than
  /// ``currentSchemaVersion`` isn't read.
  public var schemaVersion: Int
  /// Unique among the runs of a notebook.
  public var id: String
  /// Which notebook ran, and in what state.
  public var notebook: NotebookRecord
  /// The notebook's parameters in the order of its front matter.
  public var parameters: [ParameterRecord]
  /// The seed of everything that is random, the front matter's or that of `--seed`.
  public var seed: Int
  /// The version of the rules on the order of sums: equal numbers mean equal bits.
  public var numericsVersion: Int
  /// The version of the program that ran, such as "0.1.0".
  public var cadernoVersion: String
  /// The machine, which changes no result.
  public var environment: EnvironmentRecord
  /// When the run began, as ISO 8601 in UTC. Volatile, as is `endedAt`.
  public var startedAt: String
  /// Nil where the run was killed.
  public var endedAt: String?
  /// The data sets that tasks read, each once.
  public var dataSets: [DataSetRecord]
  /// What each directive did, in the order of the notebook; "steps" in JSON.
  public var tasks: [TaskRecord]
  /// The exit code of the run; 130 where it was interrupted.
  public var exitStatus: Int

  private enum CodingKeys: String, CodingKey {
    case schemaVersion, id, notebook, parameters, seed, numericsVersion, cadernoVersion, environment
    case startedAt, endedAt, dataSets, exitStatus
    case tasks = "steps"
  }

  /// A record in the current schema.
  public init(
    id: String, notebook: NotebookRecord, parameters: [ParameterRecord] = [], seed: Int,
    numericsVersion: Int, cadernoVersion: String, environment: EnvironmentRecord,
    startedAt: String, endedAt: String? = nil, dataSets: [DataSetRecord] = [],
    tasks: [TaskRecord] = [], exitStatus: Int = 0
  ) {
    schemaVersion = Self.currentSchemaVersion
    self.id = id
    self.notebook = notebook
    self.parameters = parameters
    self.seed = seed
    self.numericsVersion = numericsVersion
    self.cadernoVersion = cadernoVersion
    self.environment = environment
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.dataSets = dataSets
    self.tasks = tasks
    self.exitStatus = exitStatus
  }

  /// The task of a directive. Looks at all tasks; for one after the other see ``tasksByID``.
  public func task(_ id: String) -> TaskRecord? { tasks.first { $0.id == id } }

  /// The tasks under their directives' ids; the first one where a record holds two.
  public var tasksByID: [String: TaskRecord] {
    Dictionary(tasks.map { ($0.id, $0) }) { first, _ in first }
  }
}
