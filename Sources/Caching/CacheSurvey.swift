internal import Files
internal import FoundationEssentials

/// What a cache folder holds, and pruning it.
public struct CacheSurvey: Sendable {
  /// One result's file.
  public struct File: Hashable, Sendable {
    public let path: String
    public let kind: String
    public let bytes: Int
    /// Seconds since 1970 of the last write.
    public let written: Double
  }

  /// Oldest first.
  public let files: [File]

  public init(_ cache: ResultCache) {
    let root = cache.folder
    let kinds = Self.names(root).filter { $0 != "locks" }
    files = kinds.flatMap { kind in
      Self.names("\(root)/\(kind)").flatMap { group in
        Self.names("\(root)/\(kind)/\(group)").compactMap { name in
          Self.file("\(root)/\(kind)/\(group)/\(name)", kind)
        }
      }
    }.sorted { ($0.written, $0.path) < ($1.written, $1.path) }
  }

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
    for kind in names(cache.folder) {
      for group in names("\(cache.folder)/\(kind)") {
        Leftovers.remove(in: "\(cache.folder)/\(kind)/\(group)")
      }
    }
  }

  /// Removes files; what can't be removed stays.
  ///
  /// - Returns: how many bytes were freed.
  public static func remove(_ files: [File]) -> Int {
    files.reduce(0) { freed, file in
      (try? FileManager.default.removeItem(atPath: file.path)) == nil ? freed : freed + file.bytes
    }
  }

  private static func names(_ folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  private static func file(_ path: String, _ kind: String) -> File? {
    guard path.hasSuffix(CacheAddress.ending),
      let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let bytes = attributes[.size] as? UInt64,
      let date = attributes[.modificationDate] as? Date
    else { return nil }
    return File(
      path: path, kind: kind, bytes: Int(bytes), written: date.timeIntervalSince1970)
  }
}
