internal import FoundationEssentials

extension DatasetLocator {
  /// The files that are there of any data set, wherever it is looked for: all that could be loaded,
  /// whichever name is asked for.
  public var paths: [String] {
    DatasetCatalog.all.compactMap(\.files).flatMap { files in
      order.places(for: files).flatMap { place in
        place.folders.filter(FileSystem.exists).flatMap { folder in
          files.format.names.compactMap { DatasetReader.path(of: $0, in: folder) }
        } + place.archives.filter(FileSystem.exists)
      }
    }
  }

  /// The folder that downloads go to; nil where none are made.
  public var downloadFolder: String? { isOffline ? nil : order.cacheFolder }

  /// The same folder, made where it isn't there; nil too where it can't be made.
  public func makeDownloadFolder() -> String? {
    guard let folder = downloadFolder, order.mayMakeCacheFolder else { return nil }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return FileSystem.exists(folder) ? folder : nil
  }
}
