internal import Diagnostics
internal import Digests
public import Files
internal import FoundationEssentials

/// Results on disk, each in a file of its own.
public struct ResultCache: Sendable {
  /// The folder, which is made with the first result.
  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// The result at an address; nil where there is none.
  ///
  /// - Throws: ``CacheProblem`` where there is a file that can't be trusted.
  public func result(at address: CacheAddress) throws(CacheProblem) -> [UInt8]? {
    let path = path(of: address)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let bytes: [UInt8]
    do {
      bytes = Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      // Another process may have pruned it in between.
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      throw CacheProblem(path: path, defect: .unreadable(Self.reason(path)))
    }
    switch CacheEntry.decode(bytes, at: address) {
    case .success(let payload): return payload
    case .failure(let error): throw CacheProblem(path: path, defect: error.defect)
    }
  }

  /// Keeps a result, whatever was there before.
  ///
  /// - Throws: `AtomicFileError` where the disk is full or the folder can't be written to.
  public func keep(_ result: [UInt8], at address: CacheAddress) throws(AtomicFileError) {
    try makeFolder(of: address)
    try AtomicFile.write(CacheEntry.encode(result, at: address), to: path(of: address))
  }

  /// Forgets a result, if it is there and can be removed.
  public func forget(_ address: CacheAddress) {
    try? FileManager.default.removeItem(atPath: path(of: address))
  }

  /// The parts that are kept under a key, in rising order; their files may still be damaged.
  public func parts(of kind: String, key: String) -> [Int] {
    let address = CacheAddress(kind, key: key)
    let folder = "\(folder)/\(address.folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap(address.part(ofFile:)).sorted()
  }

  /// A lock that keeps two processes from making the same result at once.
  ///
  /// - Returns: nil where there are no locks to be had, or the wait was given up.
  public func lock(
    _ address: CacheAddress, isCancelled: () -> Bool, onWait: () -> Void
  ) -> FileLock? {
    let locks = "\(folder)/locks"
    try? FileManager.default.createDirectory(atPath: locks, withIntermediateDirectories: true)
    let path = "\(locks)/\(address.kind)-\(address.key.prefix(16)).lock"
    return FileLock.wait(for: path, isCancelled: isCancelled, onWait: onWait)
  }

  private func path(of address: CacheAddress) -> String {
    "\(folder)/\(address.folder)/\(address.fileName)"
  }

  private func makeFolder(of address: CacheAddress) throws(AtomicFileError) {
    let path = "\(folder)/\(address.folder)"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw AtomicFileError(path: path, cause: Self.reason(path))
    }
  }

  /// The system's words for what keeps a path from being used.
  private static func reason(_ path: String) -> String { FileReason.text(of: path) }
}
