internal import ArgumentParser
internal import Diagnostics
internal import FoundationEssentials
internal import Notebooks
internal import Rendering

/// Puts files where a run's outputs go.
struct OutputFiles {
  /// The notebook's path as the user gave it.
  let notebookPath: String
  let console: Console

  /// The folder of the notebook.
  var folder: String { PathText.folder(of: notebookPath) }

  /// The notebook's name without its extension.
  var name: String { PathText.stem(of: notebookPath) }

  /// Replaces the notebook where something changed.
  func replaceNotebook(_ bytes: [UInt8], unlessEqualTo old: [UInt8]) throws {
    if bytes != old { try write(bytes, to: notebookPath) }
  }

  /// Writes a renderer's files under a folder, leaving alone those that are the same already.
  func write(_ files: [RenderedFile], under folder: String) throws {
    for file in files {
      let path = PathText.join(folder, file.path)
      try makeFolder(PathText.folder(of: path))
      if let old = FileManager.default.contents(atPath: path), Array(old) == file.bytes { continue }
      try write(file.bytes, to: path)
    }
  }

  /// Writes one file.
  ///
  /// - Throws: the exit code, with the reason shown.
  func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      console.fail(code: "cannot-write", error.message)
      throw ExitCodes.world
    }
  }

  /// Makes a folder and those above it.
  func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      console.fail(
        code: "cannot-write",
        Message(
          "\(path): the folder cannot be made", pt: "\(path): não é possível criar a pasta"))
      throw ExitCodes.world
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
