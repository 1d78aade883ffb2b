internal import Datasets
internal import Files
internal import FoundationEssentials
internal import RunRecords

/// What a run's output was made of, as a rule that make and ninja read.
struct DependencyFile {
  let path: String
  let target: RunTarget
  let record: RunRecord
  let locator: DatasetLocator

  /// - Throws: `Problem` where it can't be written.
  func write(to file: String) throws {
    let data = record.dataSets.flatMap { locator.files(of: $0.name) ?? [] }.map(\.path)
    let inputs = ([path] + data).map(Self.escape).joined(separator: " \\\n  ")
    try OutputFiles.write(Array("\(Self.escape(output)): \(inputs)\n".utf8), to: file)
  }

  /// The file that stands for the run's outputs.
  private var output: String {
    switch target {
    case .notebook: path
    case .file(let file, _): file
    case .folder(let folder, let formats):
      PathText.join(folder, "\(PathText.stem(of: path)).\(formats.names.first ?? "html")")
    }
  }

  /// Blanks, number signs and dollars as make reads them.
  private static func escape(_ path: String) -> String {
    path.replacing("$", with: "$$").replacing("#", with: "\\#").replacing(" ", with: "\\ ")
  }
}
