internal import Files

/// What a cache folder holds, and pruning it.
public struct CacheSurvey: Sendable {
  /// One result's file.
  public struct File: Hashable, Sendable {
    /// The path below the cache.
    public let path: String
    /// What kind of result it is, by the folder that it lies in: "training", "outputs".
    public let kind: String
    /// The file's size in bytes, its head included.
    public let bytes: Int
    /// Seconds since 1970 of the last write.
    public let written: Double
  }

  /// Oldest first.
  public let files: [File]

  private let cache: ResultCache

  /// Looks through the cache's folders; files that aren't named as results are left out.
  public init(_ cache: ResultCache) {
    self.cache = cache
    files = Self.groups(of: cache).flatMap { kind, group in
      Self.results(in: cache, kind, group)
    }.sorted { ($0.written, $0.path) < ($1.written, $1.path) }
  }

  /// The size of all files together, in bytes.
  public var bytes: Int { files.map(\.bytes).reduce(0, +) }

  /// Files and bytes of each kind, by name.
  public var kinds: [(name: String, files: Int, bytes: Int)] {
    Dictionary(grouping: files, by: \.kind).map { name, files in
      (name, files.count, files.map(\.bytes).reduce(0, +))
    }.sorted { $0.name < $1.name }
  }

  /// The files to give up so that none is older and all together are no larger.
  ///
  /// - Parameters:
  ///   - time: files written before it go, in seconds since 1970.
  ///   - size: then the oldest go until the rest has at most so many bytes.
  public func surplus(before time: Double?, above size: Int?) -> [File] {
    var gone = files.filter { file in time.map { file.written < $0 } ?? false }
    guard let size else { return gone }
    var left = bytes - gone.map(\.bytes).reduce(0, +)
    for file in files.dropFirst(gone.count) where left > size {
      gone.append(file)
      left -= file.bytes
    }
    return gone
  }

  /// Removes what writers that were killed left behind.
  public static func removeLeftovers(of cache: ResultCache) {
    for (kind, group) in groups(of: cache) {
      if let folder = try? cache.open("\(kind)/\(group)") { Leftovers.remove(in: folder) }
    }
  }

  /// Removes files; what can't be removed stays.
  ///
  /// - Returns: how many bytes were freed.
  public func remove(_ files: [File]) -> Int {
    guard let folder = try? cache.open(".") else { return 0 }
    return files.reduce(0) { folder.remove($1.path) ? $0 + $1.bytes : $0 }
  }

  /// The folders that hold results.
  private static func groups(of cache: ResultCache) -> [(kind: String, group: String)] {
    let kinds = ((try? cache.open(".").names()) ?? []).filter { $0 != "locks" }
    return kinds.flatMap { kind in
      ((try? cache.open(kind).names()) ?? []).map { (kind, $0) }
    }
  }

  private static func results(in cache: ResultCache, _ kind: String, _ group: String) -> [File] {
    guard let folder = try? cache.open("\(kind)/\(group)") else { return [] }
    return folder.names().compactMap { name in
      guard CacheAddress.isName(name, in: kind, group), let file = folder.plainFile(name) else {
        return nil
      }
      return File(
        path: "\(kind)/\(group)/\(name)", kind: kind, bytes: file.bytes, written: file.changed)
    }
  }
}
