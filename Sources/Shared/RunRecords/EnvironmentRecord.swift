/// What a run ran on. Nothing in it changes a result.
public struct EnvironmentRecord: Hashable, Codable, Sendable {
  /// Such as "Linux 6.1.0 x86_64".
  public var operatingSystem: String
  /// Such as "avx2".
  public var instructionSet: String
  /// How many threads the engine had, at least 1.
  public var threads: Int

  /// The machine as the program found it.
  public init(operatingSystem: String, instructionSet: String, threads: Int) {
    self.operatingSystem = operatingSystem
    self.instructionSet = instructionSet
    self.threads = threads
  }
}
