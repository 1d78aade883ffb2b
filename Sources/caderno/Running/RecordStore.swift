internal import Diagnostics
internal import Files
internal import FoundationEssentials
internal import Notebooks
internal import RunRecords

/// The run records beside a notebook: `.caderno/runs/<id>/record.json`.
struct RecordStore {
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
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted(by: >) {
      let path = PathText.join(PathText.join(folder, name), "record.json")
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      do {
        let record = try RunRecord(json: Array(data))
        let isOurs = PathText.stem(of: record.notebook.path) == PathText.stem(of: notebookPath)
        if isOurs { return record }
      } catch {
        console.say(.passedOver(path, error))
      }
    }
    return nil
  }
}

extension Message {
  fileprivate static func passedOver(_ path: String, _ error: RunRecordError) -> Message {
    Message(
      "warning: \(path) is passed over: \(error.message.english) [\(error.code)]",
      pt: "aviso: \(path) foi ignorado: \(error.message.portuguese) [\(error.code)]")
  }
}
