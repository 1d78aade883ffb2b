internal import Datasets
internal import FoundationEssentials
internal import Sandbox

/// What the words of a command line grant. No lesson has been opened when they are read.
extension Fence {
  /// Lessons, or folders of them, whose outputs are written into their folders. Where the name of a
  /// lesson is a symbolic link, what that leads to is replaced.
  static func running(_ names: [String]) -> Fence {
    var fence = reading(names)
    fence.folders.formUnion(names.map(Self.folder))
    for name in names where Link.end(of: name) != name { fence.allowWriting(to: name) }
    return fence
  }

  /// Lessons, or folders of them, that are looked at.
  static func reading(_ names: [String]) -> Fence {
    var fence = Fence()
    fence.reads.formUnion(names.map(Self.folder) + names.map(Link.end))
    return fence
  }

  /// The files of data sets that are there, and the folder that downloads go to.
  mutating func allowData(_ locator: DatasetLocator) {
    reads.formUnion(locator.paths)
    guard let folder = locator.downloadFolder else { return }
    // Without it no download can be read; that is said where one is tried.
    try? Self.makeFolder(folder)
    reads.insert(folder)
  }

  /// The folder of results, where the command line or the environment names one; that of a lesson lies
  /// in its own.
  mutating func allowCache(_ options: CacheOptions) {
    let variable = ProcessInfo.processInfo.environment["CADERNO_CACHE"] ?? ""
    guard !options.noCache, let folder = options.cacheDir ?? (variable.isEmpty ? nil : variable)
    else { return }
    // A cache that can't be had costs time alone.
    try? Self.makeFolder(folder)
    folders.insert(folder)
  }

  /// A file to be made, with figures in the folder of its name; its folder is made now, so that no
  /// wider one has to be granted.
  ///
  /// - Throws: `Problem` where the folder can't be made.
  mutating func allowOutput(_ path: String?, of lessons: [String]) throws {
    guard let path else { return }
    let folder = PathText.folder(of: path)
    try NamedOutput(folder, below: lessons.map(Self.folder)).makeFolder()
    allowWriting(to: path)
    reads.insert(PathText.join(folder, PathText.stem(of: path) + ".files"))
  }

  /// Where the outputs of a run go.
  ///
  /// - Throws: `Problem` where the folder can't be made.
  mutating func allowOutput(_ target: RunTarget, of lessons: [String]) throws {
    switch target {
    case .notebook: break
    case .file(let path, _): try allowOutput(path, of: lessons)
    case .folder(let path, _):
      try NamedOutput(path, below: lessons.map(Self.folder)).makeFolder()
      folders.insert(path)
    }
  }

  /// The folder of a lesson; a folder itself.
  private static func folder(of name: String) -> String {
    var isFolder = false
    let isThere = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
    return isThere && isFolder ? name : PathText.folder(of: name)
  }

  private static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
}
