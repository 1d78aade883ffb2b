internal import Caching
internal import Diagnostics
internal import Files
internal import Notebooks
internal import RunRecords

/// The run records beside a notebook: `.caderno/runs/<id>/record.json`.
struct RecordStore {
  /// Records that a notebook keeps; older ones are given up.
  static let mostRecords = 100

  let notebookPath: String
  let console: Console

  private static let file = "record.json"

  /// Writes a record. A run whose record can't be written is still a run, so this only warns.
  ///
  /// - Parameter room: what may be given up where the disk is full.
  func save(_ record: RunRecord, room: ResultCache? = nil) {
    do {
      let folder = try Folder(PathText.folder(of: notebookPath))
      let newest = (try? runs()).flatMap { names(in: $0).first }.flatMap(RunID.init)
      var record = record
      if let id = RunID(record.id) { record.id = id.after(newest).text }
      let (bytes, place) = (record.json(), "\(Self.place)/\(record.id)/\(Self.file)")
      try Room(cache: room).making(for: bytes.count) { () throws(AtomicFileError) in
        try folder.write(bytes, to: place, making: true)
      }
      prune(keeping: Self.mostRecords)
    } catch let error as FileError {
      console.say(.notSaved(AtomicFileError(error)))
    } catch let error as AtomicFileError {
      console.say(.notSaved(error))
    } catch {
      preconditionFailure("RecordStore.save: \(error)")
    }
  }

  /// The newest readable record of this notebook that fits.
  ///
  /// A record of another notebook in the same folder is passed over; a damaged one is reported.
  func latest(where fits: (RunRecord) -> Bool = { _ in true }) -> RunRecord? {
    guard let folder = existingRuns else { return nil }
    for name in names(in: folder) {
      if let record = readable(name, in: folder), isOurs(record), fits(record) { return record }
    }
    return nil
  }

  /// The newest readable records of this notebook.
  func newest(_ count: Int) -> [RunRecord] {
    guard let folder = existingRuns else { return [] }
    return Array(
      names(in: folder).lazy.compactMap { readable($0, in: folder) }.filter(isOurs).prefix(count))
  }

  /// All readable records of this notebook, newest first.
  func all() -> [RunRecord] {
    guard let folder = existingRuns else { return [] }
    return names(in: folder).compactMap { readable($0, in: folder) }.filter(isOurs)
  }

  /// The ids of runs in this folder, newest first; of this notebook's alone where wanted.
  func ids(ofNotebookOnly isFiltered: Bool) -> [String] {
    isFiltered ? all().map(\.id) : existingRuns.map(names) ?? []
  }

  /// A run's record by its id.
  ///
  /// - Throws: `Problem` where it can't be read.
  func record(_ id: String) throws -> RunRecord {
    let path = PathText.join(PathText.folder(of: notebookPath), "\(Self.place)/\(id)/\(Self.file)")
    do {
      return try read(id, in: try runs())
    } catch let error as RunRecordError {
      throw Problem(
        ExitCodes.notebook, code: error.code,
        Message("\(path): \(error.message.english)", pt: "\(path): \(error.message.portuguese)"))
    } catch let error as FileError {
      throw Problem(ExitCodes.notebook, code: error.code, error.message)
    }
  }

  /// Removes the oldest records of this notebook but for the newest `count`, and the one of the run
  /// that made what stands in the notebook, which tells a check what that was made from.
  ///
  /// Every record has to be read for it, so it happens after every twentieth run only. A record's id is
  /// its folder's name, or it is not read at all; what else somebody put beside it stays.
  func prune(keeping count: Int) {
    guard let folder = existingRuns else { return }
    let names = names(in: folder)
    guard names.count > count, names.count.isMultiple(of: 20) else { return }
    let records = names.compactMap { readable($0, in: folder) }.filter(isOurs)
    let origin = RunOrigin(ofNotebookAt: notebookPath)
    let needed = records.first { origin?.isMade(by: $0) ?? false }
    for record in records.dropFirst(count) where record.id != needed?.id {
      folder.remove("\(record.id)/\(Self.file)")
      folder.removeIfEmpty(record.id)
    }
  }

  private static let place = ".caderno/runs"

  private func runs() throws(FileError) -> Folder {
    try Folder(PathText.folder(of: notebookPath)).folder(Self.place)
  }

  /// The folder of the records; nil where there is none. One that can't be used is reported.
  private var existingRuns: Folder? {
    do {
      return try runs()
    } catch {
      if error.reason != .missing {
        console.say(.passedOver(error.path, error.reason.words, error.code))
      }
      return nil
    }
  }

  /// Names of records' folders begin with the time of the run, so that they sort by it.
  private func names(in folder: Folder) -> [String] {
    folder.names().filter { RunID($0) != nil && folder.plainFile("\($0)/\(Self.file)") != nil }
      .sorted(by: >)
  }

  private func isOurs(_ record: RunRecord) -> Bool {
    PathText.fileName(of: record.notebook.path) == PathText.fileName(of: notebookPath)
  }

  private func readable(_ id: String, in folder: Folder) -> RunRecord? {
    do {
      return try read(id, in: folder)
    } catch let error as RunRecordError {
      console.say(.passedOver(folder.path(of: "\(id)/\(Self.file)"), error.message, error.code))
    } catch let error as FileError {
      console.say(.passedOver(error.path, error.reason.words, error.code))
    } catch {
      preconditionFailure("RecordStore.readable: \(error)")
    }
    return nil
  }

  private func read(_ id: String, in folder: Folder) throws -> RunRecord {
    let bytes = try folder.read("\(id)/\(Self.file)", atMost: RunRecord.sizeLimit)
    let record = try RunRecord(json: bytes)
    guard record.id == id else {
      throw RunRecordError.malformed(place: "id", cause: "its folder has another name")
    }
    return record
  }
}

extension Message {
  fileprivate static func passedOver(_ path: String, _ words: Message, _ code: String) -> Message {
    Message(
      "warning: \(path) is passed over: \(words.english) [\(code)]",
      pt: "aviso: \(path) foi ignorado: \(words.portuguese) [\(code)]")
  }

  fileprivate static func notSaved(_ error: AtomicFileError) -> Message {
    Message(
      "warning: the run is not recorded: \(error.message.english)",
      pt: "aviso: a execução não foi registrada: \(error.message.portuguese)")
  }
}
