internal import Diagnostics
internal import Digests
public import Files
internal import FoundationEssentials

/// Results on disk, each in a file of its own.
public struct ResultCache: Sendable {
  /// The folder that the user's path leads to.
  private let base: String
  /// The cache below it; nil where the base is the cache.
  private let below: String?

  /// A cache in a folder that the user named, which is made with the first result.
  public init(folder: String) { (base, below) = (folder, nil) }

  /// The cache below a lesson's folder, whose way there may be a stranger's: no link on it is followed.
  public init(_ name: String, below folder: String) { (base, below) = (folder, name) }

  /// The folder's path.
  public var folder: String {
    guard let below else { return base }
    return base == "." ? below : "\(base)/\(below)"
  }

  /// The result at an address; nil where there is none.
  ///
  /// - Throws: ``CacheProblem`` where there is a file that can't be trusted.
  public func result(at address: CacheAddress) throws(CacheProblem) -> [UInt8]? {
    let path = "\(folder)/\(address.folder)/\(address.fileName)"
    let bytes: [UInt8]
    do {
      // Of a folder that can't be used one hears where something is to be kept in it.
      guard let place = try openForReading(address.folder) else { return nil }
      bytes = try place.read(address.fileName, atMost: Self.sizeLimit)
    } catch  where error.reason == .missing {
      return nil
    } catch {
      throw CacheProblem(path: error.path, defect: .unreadable(error.reason.words))
    }
    switch CacheEntry.decode(bytes, at: address) {
    case .success(let payload): return payload
    case .failure(let error): throw CacheProblem(path: path, defect: error.defect)
    }
  }

  /// The most bytes that a result may have: 4 GiB.
  static let sizeLimit = 4 << 30

  /// Keeps a result, whatever was there before.
  ///
  /// - Throws: `AtomicFileError` where the disk is full or the folder can't be written to.
  public func keep(_ result: [UInt8], at address: CacheAddress) throws(AtomicFileError) {
    let place: Folder
    do {
      place = try open(address.folder, making: true)
    } catch {
      throw AtomicFileError(error)
    }
    try place.write(CacheEntry.encode(result, at: address), to: address.fileName)
  }

  /// Forgets a result, if it is there and can be removed.
  public func forget(_ address: CacheAddress) {
    _ = try? open(address.folder).remove(address.fileName)
  }

  /// The parts that are kept under a key, in rising order; their files may still be damaged.
  public func parts(of kind: String, key: String) -> [Int] {
    let address = CacheAddress(kind, key: key)
    let names = (try? open(address.folder).names()) ?? []
    return names.compactMap(address.part(ofFile:)).sorted()
  }

  /// A lock that keeps two processes from making the same result at once.
  ///
  /// - Returns: nil where there are no locks to be had, or the wait was given up.
  public func lock(
    _ address: CacheAddress, isCancelled: () -> Bool, onWait: () -> Void
  ) -> FileLock? {
    guard let locks = try? open("locks", making: true) else { return nil }
    let name = "\(address.kind)-\(address.key.prefix(16)).lock"
    return FileLock.wait(for: name, in: locks, isCancelled: isCancelled, onWait: onWait)
  }

  /// What keeps the cache from being read; nil where nothing does, or there is none yet.
  public var obstacle: FileError? {
    do {
      _ = try open(".")
      return nil
    } catch {
      return error.reason == .missing ? nil : error
    }
  }

  /// A folder of the cache; nil where it can't be opened, but for a link in the way.
  private func openForReading(_ name: String) throws(FileError) -> Folder? {
    do {
      return try open(name)
    } catch  where error.reason != .link {
      return nil
    }
  }

  /// A folder of the cache.
  func open(_ name: String, making: Bool = false) throws(FileError) -> Folder {
    if let below { return try Folder(base).folder("\(below)/\(name)", making: making) }
    do {
      return try Folder(base).folder(name, making: making)
    } catch  where making && error.reason == .missing {
      // The way to a folder that the user named is the user's.
      try? FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
      return try Folder(base).folder(name, making: making)
    }
  }
}
