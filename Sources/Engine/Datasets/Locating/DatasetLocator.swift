internal import Diagnostics

/// Finds data sets: in a folder, in caches, from the system's packages, by download, or built in.
public struct DatasetLocator: Sendable {
  let order: SearchOrder
  let fallback: String?
  let isOffline: Bool
  var downloader = Downloader()
  /// What downloads in this process' stead; nil where it does so itself.
  public var fetcher: Fetcher?

  /// Fetches what is missing of a data set's files into ``downloadFolder``.
  ///
  /// - Returns: the addresses that were tried in vain; empty where everything is there now.
  public typealias Fetcher =
    @Sendable (
      _ name: String, _ isCancelled: () -> Bool, _ onProgress: (TransferProgress) -> Void
    ) throws(DatasetError) -> [TriedPlace]

  /// - Parameters:
  ///   - dataDirectory: a folder that is looked at first.
  ///   - environment: the variables `CADERNO_DATA`, `CADERNO_DATA_CACHE`, `XDG_CACHE_HOME`,
  ///     `KERAS_HOME` and `HOME` count.
  ///   - fallback: the data set that may stand in for one that is nowhere.
  ///   - isOffline: whether downloads are left out.
  public init(
    dataDirectory: String? = nil, environment: [String: String] = [:], fallback: String? = nil,
    isOffline: Bool = false
  ) {
    order = SearchOrder(dataDirectory: dataDirectory, environment: environment)
    self.fallback = fallback
    self.isOffline = isOffline
  }

  /// Loads a data set from the first place that has it.
  ///
  /// A file that is there but bad is an error; the search does not go on behind it. Where no place
  /// has the set the fallback is loaded, whose own name the result bears.
  ///
  /// - Parameters:
  ///   - name: a set of the catalog, such as `mnist`.
  ///   - isCancelled: asked while files are read and loaded.
  ///   - onProgress: told how much of a download is there.
  ///   - limits: how many examples are needed at least.
  public func load(
    _ name: String, limits: ExampleLimits = ExampleLimits(), isCancelled: () -> Bool = { false },
    onProgress: (TransferProgress) -> Void = { _ in }
  ) throws(DatasetError) -> Dataset {
    let entry = try entry(name)
    do {
      return try find(entry, limits, isCancelled: isCancelled, onProgress: onProgress)
    } catch .missing(let missing, let tried, let package) {
      guard let fallback, fallback != name else {
        throw .missing(name: missing, tried: tried, package: package)
      }
      var substitute = try self.entry(fallback)
      // One choice serves sets in grey and in color.
      if substitute.files == nil, !substitute.canStandIn(for: entry) {
        substitute =
          DatasetCatalog.all.first { $0.files == nil && $0.canStandIn(for: entry) } ?? substitute
      }
      guard substitute.canStandIn(for: entry) else {
        throw .unlikeFallback(name: name, fallback: fallback)
      }
      return try find(substitute, limits, isCancelled: isCancelled, onProgress: onProgress)
    }
  }

  private func entry(_ name: String) throws(DatasetError) -> DatasetEntry {
    guard let entry = DatasetCatalog.entry(named: name) else {
      throw .unknown(name: name, known: DatasetCatalog.all.map(\.name))
    }
    return entry
  }

  private func find(
    _ entry: DatasetEntry, _ limits: ExampleLimits, isCancelled: () -> Bool,
    onProgress: (TransferProgress) -> Void
  ) throws(DatasetError) -> Dataset {
    switch entry.origin {
    case .made(let split):
      if isCancelled() { throw .cancelled }
      return Dataset(made: entry, limits: limits, split)
    case .files(let files):
      return try find(entry, files, isCancelled: isCancelled, onProgress: onProgress)
    }
  }

  private func find(
    _ entry: DatasetEntry, _ files: DatasetFiles, isCancelled: () -> Bool,
    onProgress: (TransferProgress) -> Void
  ) throws(DatasetError) -> Dataset {
    let places = order.places(for: files)
    let found = try withoutActuallyEscaping(isCancelled) { isCancelled throws(DatasetError) in
      let reader = DatasetReader(entry: entry, files: files, isCancelled: isCancelled)
      return try firstFind(places, reader)
    }
    if let found { return found }
    var tried = places.map { TriedPlace(kind: $0.kind, location: $0.location) }
    if !isOffline, let cache = order.cacheFolder {
      let folder = FileSystem.join(cache, files.folder)
      let failures =
        if let fetcher { try fetcher(entry.name, isCancelled, onProgress) } else {
          try download(entry.name, isCancelled: isCancelled, onProgress: onProgress)
        }
      tried += failures
      let reader = DatasetReader(entry: entry, files: files, isCancelled: { false })
      if failures.isEmpty, let dataset = try reader.readFolder(folder, verifies: true) {
        return dataset
      }
    }
    throw .missing(name: entry.name, tried: tried, package: files.package?.name)
  }

  /// Fetches what is missing of a data set's files into ``downloadFolder``; as a ``Fetcher`` does.
  ///
  /// A name that nothing is known of, or without a folder to put files into, tries nothing.
  public func download(
    _ name: String, isCancelled: () -> Bool, onProgress: (TransferProgress) -> Void
  ) throws(DatasetError) -> [TriedPlace] {
    guard let cache = downloadFolder, let files = DatasetCatalog.entry(named: name)?.files else {
      return []
    }
    return try DatasetDownload(files: files, downloader: downloader).fetch(
      into: FileSystem.join(cache, files.folder), isCancelled: isCancelled, onProgress: onProgress)
  }

  private func firstFind(
    _ places: [SearchPlace], _ reader: DatasetReader
  ) throws(DatasetError) -> Dataset? {
    for place in places {
      if let dataset = try reader.read(place) { return dataset }
    }
    return nil
  }
}
