public import Files

extension DatasetLocator {
  /// The files that ``load(_:limits:isCancelled:onProgress:)`` would read, without reading any.
  ///
  /// - Returns: nil where the set is made or downloaded, or where something is missing.
  public func files(of name: String) -> [FileIdentity]? {
    guard let files = DatasetCatalog.entry(named: name)?.files else { return nil }
    for place in order.places(for: files) {
      for folder in place.folders {
        let paths = files.format.names.map { DatasetReader.path(of: $0, in: folder) }
        if paths.contains(where: { $0 != nil }) { return Self.identities(paths) }
      }
      if let archive = place.archives.first(where: FileSystem.exists) {
        return Self.identities([archive])
      }
    }
    return nil
  }

  private static func identities(_ paths: [String?]) -> [FileIdentity]? {
    let found = paths.compactMap { $0.flatMap { FileIdentity($0) } }
    return found.count == paths.count ? found : nil
  }
}
