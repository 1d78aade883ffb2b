internal import Caching
internal import Diagnostics
internal import Files
internal import FoundationEssentials

/// A file that goes where the command line says.
///
/// The path is the user's, so links in it are followed; but below the folder of a lesson, where they may
/// be a stranger's, none is, and none stands for the file itself.
struct NamedOutput {
  let path: String
  /// Folders below which no link is followed: those of the lessons, and the one for outputs.
  let folders: [String]
  /// What may be given up where the disk is full.
  var room: ResultCache?

  /// - Parameter lessons: the lessons that the command is about.
  init(_ path: String, lessons: [String]) {
    self.init(path, below: lessons.map { PathText.folder(of: $0) })
  }

  init(_ path: String, below folders: [String], room: ResultCache? = nil) {
    (self.path, self.folders, self.room) = (path, folders, room)
  }

  /// Writes the file, leaving alone one that is the same already; folders on the way are made.
  ///
  /// - Returns: whether it was written.
  /// - Throws: `Problem` where it can't be written.
  @discardableResult
  func write(_ bytes: [UInt8]) throws -> Bool {
    let place = place
    if let (folder, name) = place, (try? folder.read(name, atMost: bytes.count)) == bytes {
      return false
    }
    do {
      try Room(cache: room).making(for: bytes.count) { () throws(AtomicFileError) in
        guard let (folder, name) = place else {
          return try AtomicFile.write(bytes, to: path, followsLink: path.hasPrefix("/dev/"))
        }
        try folder.write(bytes, to: name, making: true)
      }
      return true
    } catch {
      throw Problem(error)
    }
  }

  /// Looks whether there is such a file.
  ///
  /// - Throws: `Problem` where there is one.
  func checkNew() throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    throw Problem(
      ExitCodes.notebook, code: "file-exists",
      Message("\(path): there is such a file already", pt: "\(path): o arquivo já existe"),
      hint: Message("--force overwrites it", pt: "--force o substitui"))
  }

  /// Looks for what keeps the file from being written, before an hour of training.
  ///
  /// - Throws: `Problem` for what was found.
  func check() throws {
    do {
      if let (folder, name) = place {
        try folder.check(name)
      } else if !path.hasPrefix("/dev/"), NamedPlace.isLink(path) {
        throw AtomicFileError(path: path, reason: .link)
      }
    } catch let error as AtomicFileError {
      throw Problem(error)
    } catch let error as FileError {
      throw Problem(AtomicFileError(error))
    }
    try Writability.check(path)
  }

  /// Makes a folder and those above it.
  ///
  /// - Throws: `Problem` where it can't be made.
  func makeFolder() throws {
    do {
      if let (folder, name) = place {
        _ = try folder.folder(name, making: true)
      } else {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
    } catch let error as FileError {
      throw Problem(AtomicFileError(error))
    } catch {
      throw Problem(
        ExitCodes.world, code: "cannot-write",
        Message(
          "\(path): the folder cannot be made", pt: "\(path): não é possível criar a pasta"))
    }
  }

  /// Where the path goes on below one of the folders.
  private var place: (folder: Folder, name: String)? {
    folders.lazy.compactMap { try? Folder($0) }.compactMap { folder in
      folder.part(of: path).map { (folder, $0) }
    }.first
  }
}

extension Problem {
  /// A file that can't be written.
  init(_ error: AtomicFileError) {
    let known = error.reason == .link || error.reason == .outside
    self.init(
      ExitCodes.world, code: known ? error.reason.code : "cannot-write",
      error.message)
  }
}
