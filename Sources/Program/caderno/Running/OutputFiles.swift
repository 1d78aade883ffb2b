internal import Caching
internal import Diagnostics
internal import Files
internal import Notebooks
internal import Rendering

/// Puts files where a run's outputs go.
struct OutputFiles {
  /// The notebook's path as the user gave it.
  let notebookPath: String
  /// What may be given up where the disk is full.
  var room: ResultCache?

  /// The folder of the notebook.
  var folder: String { PathText.folder(of: notebookPath) }

  /// What the folder of the notebook's figures is named after.
  var name: String { PathText.lessonName(of: notebookPath) }

  /// Whether a file lies in the notebook's folder.
  func isBeside(_ file: String) -> Bool {
    guard let folder = try? Folder(folder), let part = folder.part(of: file) else { return false }
    return !part.contains("/")
  }

  /// Replaces the notebook where something changed.
  ///
  /// - Returns: whether something did.
  /// - Throws: `Problem` where it can't be written.
  @discardableResult
  func replaceNotebook(_ bytes: [UInt8], unlessEqualTo old: [UInt8]) throws -> Bool {
    guard bytes != old else { return false }
    do {
      try Room(cache: room).making(for: bytes.count) { () throws(AtomicFileError) in
        try AtomicFile.write(bytes, to: notebookPath)
      }
      return true
    } catch {
      throw Problem(error)
    }
  }

  /// Writes a renderer's files under a folder, leaving alone those that are the same already.
  ///
  /// - Returns: how many were written.
  /// - Throws: `Problem` where one can't be written.
  @discardableResult
  func write(_ files: [RenderedFile], under folder: String) throws -> Int {
    try files.count { file in
      let path = PathText.join(folder, file.path)
      if file.isCopy { return try copy(file.bytes, to: path, below: folder) }
      return try NamedOutput(path, below: [self.folder, folder], room: room).write(file.bytes)
    }
  }

  /// Puts an author's file beside outputs. One that is there already, and that Caderno didn't put there, stays.
  ///
  /// - Returns: whether it was written.
  /// - Throws: `Problem` where it can't be, or where another file is in its place.
  private func copy(_ bytes: [UInt8], to path: String, below folder: String) throws -> Bool {
    let made = MadeFile(path: path)
    if let old = try? Folder(PathText.folder(of: path)).read(
      PathText.fileName(of: path), atMost: LessonFiles.sizeLimit)
    {
      guard old != bytes else { return false }
      guard made.isMade(old) else { throw Problem.inPlace(path) }
    }
    let isNew = try NamedOutput(path, below: [self.folder, folder], room: room).write(bytes)
    made.note(bytes, below: [self.folder, folder])
    return isNew
  }

  /// Writes the files of a format into a folder where they may be made anew, the main one first.
  ///
  /// - Throws: `Problem` where one can't be written.
  func write(_ files: [RenderedFile], of renderer: any Renderer, into folder: String) throws {
    try write(files, under: folder)
    guard let main = files.first, type(of: renderer).facts.overwriting == .whereLessonStands else {
      return
    }
    MadeFile(path: PathText.join(folder, main.path))
      .note(main.bytes, below: [self.folder, folder])
  }

  /// Writes one file where the command line says.
  ///
  /// - Throws: `Problem` where it can't be written.
  func write(_ bytes: [UInt8], to path: String) throws {
    try NamedOutput(path, below: [folder], room: room).write(bytes)
  }

  /// Looks for links in the place of the notebook's figure folder, before an hour of training.
  ///
  /// - Throws: `Problem` where there is one.
  func checkFigures() throws {
    do {
      try Folder(folder).check("\(name).files/-")
    } catch  where error.reason == .link {
      throw Problem(AtomicFileError(error))
    } catch {}
  }

  /// The names in the notebook's own figure folder.
  var figureNames: [String] {
    (try? Folder(folder).folder("\(name).files"))?.names() ?? []
  }

  /// Removes figures: plain files in the notebook's own figure folder. A folder with anything else in it
  /// stays.
  func removeFigures(_ paths: [String]) {
    guard let folder = try? Folder(folder).folder("\(name).files") else { return }
    for path in paths { folder.remove(PathText.fileName(of: path)) }
    Leftovers.remove(in: folder)
    try? Folder(self.folder).removeIfEmpty("\(name).files")
  }

  /// Removes the figures of a lesson's regions from the folder that the first version named after the
  /// lesson without its extension, whatever that is; those that a lesson NAME.md refers to stay.
  func removeFormerFigures(of notebook: Notebook) {
    let former = OutputFiles(
      notebookPath: PathText.join(folder, PathText.stem(of: notebookPath) + ".md"))
    guard former.name != name else { return }
    let figures = FigureFile.paths(of: notebook.regions, lesson: former.name)
    if figures.isEmpty { return }
    let other = (try? NotebookFile.read(former.notebookPath)).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    former.removeFigures(
      figures.filter { other?.contains(MarkdownAddress.address(ofPath: $0)) != true })
  }
}

extension Problem {
  /// Another file stands where a picture's copy would go.
  fileprivate static func inPlace(_ path: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "file-exists",
      Message(
        "\(path): another file stands where the lesson's picture goes",
        pt: "\(path): há outro arquivo no lugar da imagem da aula"),
      hint: Message(
        "move it, or choose another folder", pt: "mude-o de lugar ou escolha outra pasta"))
  }
}
