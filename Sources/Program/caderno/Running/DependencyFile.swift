internal import Datasets
internal import Diagnostics
internal import Files
internal import FoundationEssentials
internal import Notebooks
internal import Rendering
internal import RunRecords

/// What a run's output was made of, as a rule that make and ninja read.
struct DependencyFile {
  let path: String
  let target: RunTarget
  let record: RunRecord
  let notebook: Notebook
  let locator: DatasetLocator
  let theme: ThemeFile

  /// - Throws: `Problem` where it can't be written.
  func write(to file: String) throws {
    let data = record.dataSets.flatMap { locator.files(of: $0.name) ?? [] }.map(\.path)
    let output = target.files(of: path)[0]
    let inputs = try ([path] + data + pictures + sheet).map { try Self.escaped($0) }
      .joined(separator: " \\\n  ")
    try NamedOutput(file, lessons: [path])
      .write(Array("\(try Self.escaped(output, isTarget: true)): \(inputs)\n".utf8))
  }

  /// The file of the page's theme.
  private var sheet: [String] {
    if case .notebook = target { return [] }
    return theme.path(of: notebook, at: path).map { [$0] } ?? []
  }

  /// The author's pictures, where pages show them or they are copied.
  private var pictures: [String] {
    if case .notebook = target { return [] }
    let found = LessonPictures(of: notebook, beside: path, known: [:], extent: .beginning)
      .found.values
    return Set(found.map { PathText.join(PathText.folder(of: path), $0.path) }).sorted()
  }

  /// Looks for what keeps the file from being written, before an hour of training.
  ///
  /// - Throws: `Problem` for a name that no rule can hold, or what is in the file's way.
  static func check(_ path: String, _ target: RunTarget, file: String) throws {
    _ = try escaped(path)
    _ = try escaped(target.files(of: path)[0], isTarget: true)
    try NamedOutput(file, lessons: [path]).check()
  }

  /// A path as make and ninja read it.
  ///
  /// - Parameter isTarget: whether it stands before the colon, where make would see a pattern in it.
  private static func escaped(_ path: String, isTarget: Bool = false) throws -> String {
    let unwritable = isTarget ? unwritable + "%" : unwritable
    if let mark = path.unicodeScalars.first(where: {
      $0.properties.generalCategory == .control || unwritable.unicodeScalars.contains($0)
    }) {
      throw Problem.unwritable(path, mark)
    }
    // A tilde at the start would be somebody's home.
    let plain = (path.hasPrefix("~") ? "./\(path)" : path).replacing("$", with: "$$")
    return " #:*[".reduce(plain) { $0.replacing("\($1)", with: "\\\($1)") }
  }

  /// What has a meaning in rules that no backslash before it takes away in both programs.
  private static let unwritable = ";=|\\"
}

extension Problem {
  fileprivate static func unwritable(_ path: String, _ mark: Unicode.Scalar) -> Problem {
    let (name, shown) = (path.debugDescription, "\(mark)".debugDescription)
    return Problem(
      ExitCodes.notebook, code: "depfile-name",
      Message(
        "\(name) can't stand in a rule for make or ninja: it contains \(shown)",
        pt: "\(name) não pode constar de uma regra para make ou ninja: contém \(shown)"))
  }
}
