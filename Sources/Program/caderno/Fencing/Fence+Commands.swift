internal import Datasets
internal import Files
internal import FoundationEssentials
internal import Sandbox

/// What the words of a command line grant. No lesson has been opened when they are read.
extension Fence {
  /// Lessons, or folders of them, whose outputs are written into their folders. Where the name of a
  /// lesson is a symbolic link, what that leads to is replaced.
  static func running(_ names: [String]) -> Fence {
    var fence = reading(names)
    fence.folders.formUnion(names.map(folder(of:)))
    for name in names where NamedPlace.isLink(name) {
      fence.allowWriting(to: name, followsLink: true)
    }
    return fence
  }

  /// Lessons, or folders of them, that are looked at.
  static func reading(_ names: [String]) -> Fence {
    var fence = Fence()
    fence.reads.formUnion(names.map(folder(of:)) + names.map(NamedPlace.end(of:)))
    return fence
  }

  /// The files of data sets that are there, and the folder that downloads go to.
  ///
  /// - Returns: whether there is such a folder.
  mutating func allowData(_ locator: DatasetLocator) -> Bool {
    reads.formUnion(locator.paths)
    guard let folder = locator.makeDownloadFolder() else { return false }
    reads.insert(folder)
    return true
  }

  /// The folder of results, where the command line or the environment names one; that of a lesson lies
  /// in its own.
  mutating func allowCache(_ options: CacheOptions) {
    guard !options.noCache, let folder = options.namedFolder else { return }
    // A cache that can't be had costs time alone.
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    folders.insert(folder)
  }

  /// A file to be made, with figures in the folder of its name. Its own folder is made now, so that no
  /// wider one has to be granted; below the folders of lessons no link on the way is followed.
  ///
  /// - Throws: `Problem` where the folder can't be made.
  mutating func allowOutput(_ path: String?, of lessons: [String]) throws {
    guard let path else { return }
    let folder = PathText.folder(of: path)
    try NamedOutput(folder, below: lessons.map(Self.folder(of:))).makeFolder()
    allowWriting(to: path, followsLink: path.hasPrefix("/dev/"))
    let figures = PathText.join(folder, PathText.lessonName(of: path) + ".files")
    if !NamedPlace.isLink(figures) { reads.insert(figures) }
  }

  /// Where the outputs of a run go.
  ///
  /// - Throws: `Problem` where the folder can't be made.
  mutating func allowOutput(_ target: RunTarget, of lessons: [String]) throws {
    switch target {
    case .notebook: break
    case .file(let path, _): try allowOutput(path, of: lessons)
    case .folder(let path, _):
      try NamedOutput(path, below: lessons.map(Self.folder(of:))).makeFolder()
      folders.insert(path)
    }
  }

  /// The folder of a lesson; a folder itself.
  private static func folder(of name: String) -> String {
    var isFolder = false
    let isThere = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
    return isThere && isFolder ? name : PathText.folder(of: name)
  }
}
