internal import ArgumentParser
internal import Files
internal import FoundationEssentials
internal import Rendering

/// Where the outputs of a run go.
enum RunTarget {
  /// Into the notebook itself.
  case notebook
  /// Into one file.
  case file(path: String, format: FormatList)
  /// Into a folder, under the notebook's name.
  case folder(path: String, formats: FormatList)

  /// - Throws: a usage error where a file's extension is no format.
  init(output: String?, formats: FormatList?) throws {
    guard let output else {
      self = .notebook
      return
    }
    let ending = PathText.fileExtension(of: output)
    if Self.isFolder(output) {
      self = .folder(path: output, formats: formats ?? FormatList(["md", "html"]))
      return
    }
    if let formats, formats.names.count > 1 {
      throw ValidationError("--output \(output) is one file, but --to names several formats")
    }
    let known = RendererCatalog.all.map { $0.name }
    guard let format = formats ?? (known.contains(ending) ? FormatList([ending]) : nil) else {
      let names = known.joined(separator: ", ")
      throw ValidationError("--output: no format has the extension '\(ending)'; there are \(names)")
    }
    self = .file(path: output, format: format)
  }

  /// The place for a lesson's outputs: subfolders stay.
  func below(_ subfolder: String) -> RunTarget {
    guard case .folder(let path, let formats) = self, !subfolder.isEmpty else { return self }
    return .folder(path: PathText.join(path, subfolder), formats: formats)
  }

  /// The files that stand for a lesson's outputs, one for each format; figures aside.
  func files(of lesson: String) -> [String] {
    switch self {
    case .notebook: [lesson]
    case .file(let file, _): [file]
    case .folder(let folder, let formats):
      formats.names.map { PathText.join(folder, "\(PathText.stem(of: lesson)).\($0)") }
    }
  }

  /// - Throws: a usage error where several notebooks would go to one file.
  static func check(_ output: String?, for notebooks: [String]) throws {
    if notebooks.count > 1, let output, !isFolder(output) {
      throw ValidationError("several notebooks need a folder after --output: \(output)/")
    }
  }

  /// Whether a path is a folder, or would be one: it ends in a slash or has no extension.
  private static func isFolder(_ path: String) -> Bool {
    if path.hasSuffix("/") { return true }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return PathText.fileExtension(of: path).isEmpty
    }
    return isFolder
  }
}
