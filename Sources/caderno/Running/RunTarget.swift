internal import ArgumentParser
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
    let known = RendererCatalog.all.map { $0.name }
    let ending = PathText.fileExtension(of: output)
    let attributes = try? FileManager.default.attributesOfItem(atPath: output)
    let isFolder = attributes?[.type] as? FileAttributeType == .typeDirectory
    let meansFolder = output.hasSuffix("/") || isFolder || ending.isEmpty
    if meansFolder {
      self = .folder(path: output, formats: formats ?? FormatList(["md", "html"]))
      return
    }
    if let formats, formats.names.count > 1 {
      throw ValidationError("--output \(output) is one file, but --to names several formats")
    }
    guard let format = formats ?? (known.contains(ending) ? FormatList([ending]) : nil) else {
      let names = known.joined(separator: ", ")
      throw ValidationError("--output: no format has the extension '\(ending)'; there are \(names)")
    }
    self = .file(path: output, format: format)
  }
}
