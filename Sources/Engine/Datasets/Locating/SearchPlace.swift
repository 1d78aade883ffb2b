internal import Diagnostics

/// A place where a data set's files may lie.
struct SearchPlace: Sendable {
  /// What kind of place it is, for people.
  let kind: Message
  /// Where, for people.
  let location: String
  /// Folders that may hold the four IDX files, best first.
  let folders: [String]
  /// Paths that may be Keras' archive, best first.
  let archives: [String]
  /// Whether the files claim to be as published, so that their checksums are compared.
  let isDownload: Bool
}
