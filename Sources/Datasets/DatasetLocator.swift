/// Finds data sets: in a folder, in caches, from the system's packages, by download, or built in.
public struct DatasetLocator: Sendable {
  public init(
    dataDirectory: String? = nil, environment: [String: String] = [:], fallback: String? = nil,
    isOffline: Bool = false
  ) {}

  /// Loads a data set from the first place that has it.
  public func load(
    _ name: String, isCancelled: () -> Bool = { false },
    onProgress: (TransferProgress) -> Void = { _ in }
  ) throws(DatasetError) -> Dataset {
    throw .cancelled
  }
}
