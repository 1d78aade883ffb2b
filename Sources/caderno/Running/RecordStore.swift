internal import Diagnostics
internal import Files
internal import FoundationEssentials
internal import Notebooks
internal import RunRecords

/// The run records beside a notebook: `.caderno/runs/<id>/record.json`.
struct RecordStore {
  /// Records that a notebook keeps; older ones are given up.
  static let mostRecords = 100

  let notebookPath: String
  let console: Console

  private var folder: String {
    PathText.join(PathText.folder(of: notebookPath), ".caderno/runs")
  }

  /// Writes a record. A run whose record can't be written is still a run, so this only warns.
  func save(_ record: RunRecord) {
    let runFolder = PathText.join(folder, record.id)
    do {
      try FileManager.default.createDirectory(
        atPath: runFolder, withIntermediateDirectories: true)
      try AtomicFile.write(record.json(), to: PathText.join(runFolder, "record.json"))
      prune(keeping: Self.mostRecords)
    } catch {
      console.say(
        Message(
          "warning: the run record could not be written under \(folder)",
          pt: "aviso: o registro da execução não pôde ser gravado em \(folder)"))
    }
  }

  /// The newest readable record of this notebook.
  ///
  /// A record of another notebook in the same folder is passed over; a damaged one is reported.
  func latest() -> RunRecord? {
    for name in names {
      if let record = readable(name), isOurs(record) { return record }
    }
    return nil
  }

  /// All readable records of this notebook, newest first.
  func all() -> [RunRecord] { names.compactMap(readable).filter(isOurs) }

  /// The ids of runs in this folder, newest first; of this notebook's alone where wanted.
  func ids(ofNotebookOnly isFiltered: Bool) -> [String] { isFiltered ? all().map(\.id) : names }

  /// A run's record by its id.
  ///
  /// - Throws: `Problem` where it can't be read.
  func record(_ id: String) throws -> RunRecord {
    let path = path(of: id)
    do throws(RunRecordError) {
      return try RunRecord(json: Array(FileManager.default.contents(atPath: path) ?? Data()))
    } catch {
      throw Problem(
        ExitCodes.notebook, code: error.code,
        Message("\(path): \(error.message.english)", pt: "\(path): \(error.message.portuguese)"))
    }
  }

  /// Removes the oldest records of this notebook but for the newest `count`.
  func prune(keeping count: Int) {
    guard names.count > count else { return }
    for record in all().dropFirst(count) {
      try? FileManager.default.removeItem(atPath: PathText.join(folder, record.id))
    }
  }

  /// Names of records' folders begin with the time of the run, so that they sort by it.
  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { FileManager.default.fileExists(atPath: path(of: $0)) }.sorted(by: >)
  }

  private func path(of id: String) -> String {
    PathText.join(PathText.join(folder, id), "record.json")
  }

  private func isOurs(_ record: RunRecord) -> Bool {
    PathText.stem(of: record.notebook.path) == PathText.stem(of: notebookPath)
  }

  private func readable(_ id: String) -> RunRecord? {
    let path = path(of: id)
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    do throws(RunRecordError) {
      return try RunRecord(json: Array(data))
    } catch {
      console.say(.passedOver(path, error))
      return nil
    }
  }
}

extension Message {
  fileprivate static func passedOver(_ path: String, _ error: RunRecordError) -> Message {
    Message(
      "warning: \(path) is passed over: \(error.message.english) [\(error.code)]",
      pt: "aviso: \(path) foi ignorado: \(error.message.portuguese) [\(error.code)]")
  }
}
