internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Files
internal import FoundationEssentials
internal import Notebooks
internal import Rendering
internal import RunRecords

/// What names a run on the command line.
///
/// `lesson.md` (the outputs in it), `record.json`, `git:REV:PATH` (either of them at a revision),
/// `latest`, `latest~1` or the beginning of a run's id (the runs of the current folder's lessons),
/// and `lesson.md@latest~1` (the runs of one lesson).
struct RunReference {
  let text: String
  let console: Console
  /// What starts git in this process' stead; nil where it does so itself.
  var broker: Broker?

  /// - Throws: `Problem` where nothing, or more than one run, goes by that name.
  func side() throws -> RunSide {
    if text.hasPrefix("git:") {
      guard let revision = GitRevision(text) else { throw unknown }
      return try side(revision)
    }
    if FileManager.default.fileExists(atPath: text) { return try side(file: text) }
    if let at = text.lastIndex(of: "@") {
      let path = String(text[..<at])
      return .run(try run(String(text[text.index(after: at)...]), of: path))
    }
    return .run(try run(text, of: nil))
  }

  /// The paths that a name may lead to.
  static func paths(_ text: String) -> [String] {
    if text.hasPrefix("git:") { return GitRevision(text).map { [$0.path] } ?? [] }
    if FileManager.default.fileExists(atPath: text) { return [text] }
    return [text.lastIndex(of: "@").map { String(text[..<$0]) } ?? "lesson.md"]
  }

  private func side(file path: String) throws -> RunSide {
    if PathText.fileExtension(of: path) == "json" {
      return .run(try record(file: path))
    }
    let loading = NotebookLoading(console: console, events: nil)
    if NotebookLoading.isJupyter(path) {
      let shown = loading.shown(try loading.jupyter(path))
      return .jupyter(shown, origin: origin(of: shown.notebook, path))
    }
    let notebook = try loading.notebook(path)
    let files = LessonFiles(beside: path)
    loading.show(files.findings(in: notebook), of: notebook)
    return .notebook(notebook, origin: origin(of: notebook, path), file: files.bytes)
  }

  private func side(_ revision: GitRevision) throws -> RunSide {
    let path = revision.path
    guard let bytes = object(path, at: revision) else {
      throw Problem(
        ExitCodes.notebook, code: "unknown-revision",
        Message(
          "git has no '\(path)' at revision '\(revision.name)'",
          pt: "o git não tem '\(path)' na revisão '\(revision.name)'"))
    }
    if revision.isRecord { return .run(try record(bytes, text)) }
    let source = SourceText(file: path, bytes: bytes)
    if NotebookLoading.isJupyter(path) {
      let loading = NotebookLoading(console: console, events: nil)
      let shown = loading.shown(try loading.jupyter(source: source))
      return .jupyter(shown, origin: origin(of: shown.notebook, path))
    }
    let notebook = Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary)
    return .notebook(notebook, origin: origin(of: notebook, path)) { file in
      object(PathText.join(revision.folder, file), at: revision)
    }
  }

  /// The bytes of a file at a revision: from the broker, where there is a fence.
  private func object(_ path: String, at revision: GitRevision) -> [UInt8]? {
    if let broker { return broker.bytes(path, at: revision) }
    return revision.bytes(path)
  }

  private func origin(of notebook: Notebook, _ path: String) -> RunRecord? {
    RecordStore(notebookPath: path, console: console)
      .latest(where: RunOrigin(of: notebook).isMade)
  }

  /// The record in a file that the user named.
  private func record(file path: String) throws -> RunRecord {
    do {
      return try record(NamedFile.read(path, atMost: RunRecord.sizeLimit), path)
    } catch let error as FileError {
      throw Problem(ExitCodes.notebook, code: error.code, error.message)
    }
  }

  private func record(_ bytes: [UInt8], _ path: String) throws -> RunRecord {
    do {
      return try RunRecord(json: bytes)
    } catch {
      throw Problem(
        ExitCodes.notebook, code: error.code,
        Message("\(path): \(error.message.english)", pt: "\(path): \(error.message.portuguese)"))
    }
  }

  /// A run by id, by the beginning of one, or counted back from the latest.
  private func run(_ name: String, of notebook: String?) throws -> RunRecord {
    let store = RecordStore(notebookPath: notebook ?? "lesson.md", console: console)
    let ids = store.ids(ofNotebookOnly: notebook != nil)
    if let back = Self.back(name) {
      guard back < ids.count else { throw unknown }
      return try store.record(ids[back])
    }
    let found = ids.filter { $0.hasPrefix(name) }
    guard let id = found.first, !name.isEmpty else { throw unknown }
    guard found.count == 1 else { throw ambiguous(found) }
    return try store.record(id)
  }

  /// 0 for `latest`, 2 for `latest~2`.
  private static func back(_ name: String) -> Int? {
    if name == "latest" { return 0 }
    guard name.hasPrefix("latest~") else { return nil }
    return Int(name.dropFirst("latest~".count)).flatMap { $0 >= 0 ? $0 : nil }
  }

  private var unknown: Problem {
    Problem(
      ExitCodes.notebook, code: "unknown-run",
      Message(
        "no run, notebook or record '\(text)'",
        pt: "nenhuma execução, caderno ou registro '\(text)'"),
      hint: Message(
        "a run's id, latest, latest~1, lesson.md, lesson.md@latest~1, record.json, git:REV:PATH",
        pt:
          "o id de uma execução, latest, latest~1, aula.md, aula.md@latest~1, record.json, git:REV:CAMINHO"
      ))
  }

  private func ambiguous(_ ids: [String]) -> Problem {
    Problem(
      ExitCodes.notebook, code: "ambiguous-run",
      Message("'\(text)' begins \(ids.count) ids", pt: "'\(text)' inicia \(ids.count) ids"),
      hint: Message(
        "such as \(ids[0]) and \(ids[1])", pt: "como \(ids[0]) e \(ids[1])"))
  }
}
