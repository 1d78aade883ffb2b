public import Diagnostics

/// Why a data set could not be had.
public enum DatasetError: Error, Hashable, Sendable {
  /// The caller asked to stop.
  case cancelled
  /// No data set has this name; the names that exist.
  case unknown(name: String, known: [String])
  /// It is in none of these places.
  case missing(name: String, tried: [TriedPlace], package: String?)
  /// A file is there but can't be used; `offset` counts bytes of decompressed content.
  case badFile(path: String, offset: Int, problem: FileProblem)
  /// The files of one data set stand where those of another were looked for.
  case anotherDataset(path: String, wanted: String, found: String)
  /// The data set that may stand in has images or classes of another kind.
  case unlikeFallback(name: String, fallback: String)
}

/// A place where a data set was looked for in vain.
public struct TriedPlace: Hashable, Codable, Sendable {
  /// What kind of place it is, for people.
  public let kind: Message
  /// The path or the address.
  public let location: String

  /// A place that was looked at in vain.
  public init(kind: Message, location: String) {
    self.kind = kind
    self.location = location
  }
}
