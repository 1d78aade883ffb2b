internal import Diagnostics
internal import Files
internal import FoundationEssentials
internal import Notebooks
internal import Rendering

/// Puts files where a run's outputs go.
struct OutputFiles {
  /// The notebook's path as the user gave it.
  let notebookPath: String

  /// The folder of the notebook.
  var folder: String { PathText.folder(of: notebookPath) }

  /// The notebook's name without its extension.
  var name: String { PathText.stem(of: notebookPath) }

  /// Replaces the notebook where something changed.
  ///
  /// - Throws: `Problem` where it can't be written.
  func replaceNotebook(_ bytes: [UInt8], unlessEqualTo old: [UInt8]) throws {
    if bytes != old { try Self.write(bytes, to: notebookPath) }
  }

  /// Writes a renderer's files under a folder, leaving alone those that are the same already.
  ///
  /// - Throws: `Problem` where one can't be written.
  static func write(_ files: [RenderedFile], under folder: String) throws {
    for file in files {
      let path = PathText.join(folder, file.path)
      try makeFolder(PathText.folder(of: path))
      if let old = FileManager.default.contents(atPath: path), Array(old) == file.bytes { continue }
      try write(file.bytes, to: path)
    }
  }

  /// Writes one file.
  ///
  /// - Throws: `Problem` where it can't be written.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw Problem(ExitCodes.world, code: "cannot-write", error.message)
    }
  }

  /// Makes a folder and those above it.
  ///
  /// - Throws: `Problem` where it can't be made.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Problem(
        ExitCodes.world, code: "cannot-write",
        Message(
          "\(path): the folder cannot be made", pt: "\(path): não é possível criar a pasta"))
    }
  }

  /// Removes figures that outputs referred to; only those in the notebook's own figure folder.
  func removeFigures(_ addresses: [String]) {
    let own = "\(name).files/"
    for address in addresses where address.hasPrefix(own) {
      let file = address.dropFirst(own.count)
      guard !file.contains("/"), !file.hasPrefix(".") else { continue }
      try? FileManager.default.removeItem(atPath: PathText.join(folder, address))
    }
    removeIfEmpty(PathText.join(folder, "\(name).files"))
  }

  private func removeIfEmpty(_ path: String) {
    let left = try? FileManager.default.contentsOfDirectory(atPath: path)
    if let left, left.isEmpty { try? FileManager.default.removeItem(atPath: path) }
  }
}
