public import Diagnostics

/// Why bytes are no run record that this program can read.
public enum RunRecordError: Error, Hashable, Sendable {
  /// More bytes than a record may have.
  case tooLarge(bytes: Int, limit: Int)
  /// The bytes aren't JSON.
  case notJSON
  /// Written by a newer Caderno.
  case newerSchema(version: Int, newestKnown: Int)
  /// JSON, but not a record: the place ("steps[3].outputs[0].kind") and what is wrong there.
  case malformed(place: String, cause: String)

  /// A stable code for this kind of error.
  public var code: String {
    switch self {
    case .tooLarge: "record-too-large"
    case .notJSON: "record-not-json"
    case .newerSchema: "record-newer-schema"
    case .malformed: "record-malformed"
    }
  }

  /// The error in words.
  public var message: Message {
    switch self {
    case .tooLarge(let bytes, let limit):
      Message(
        "\(bytes) bytes are too many for a run record (at most \(limit))",
        pt: "\(bytes) bytes são demais para um registro de execução (no máximo \(limit))")
    case .notJSON:
      Message("the run record is not JSON", pt: "o registro de execução não é JSON")
    case .newerSchema(let version, let newest):
      Message(
        "the run record has schema version \(version), this Caderno knows \(newest): update it",
        pt: "o registro tem a versão de esquema \(version), este Caderno conhece a \(newest): "
          + "atualize-o")
    case .malformed(let place, let cause):
      Message(
        "the run record is damaged at \(place): \(cause)",
        pt: "o registro de execução está danificado em \(place): \(cause)")
    }
  }
}
