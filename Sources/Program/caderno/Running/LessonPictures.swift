internal import Diagnostics
internal import Files
internal import JupyterNotebooks
internal import Notebooks
internal import Rendering

/// The pictures that a lesson's prose names, as far as they are plain files inside its folder.
struct LessonPictures {
  /// By the addresses that the prose has for them.
  private(set) var found: [String: Picture] = [:]
  /// Warnings for those that no page shows, each at its place.
  private(set) var findings: [Diagnostic] = []

  /// How much of a picture is read.
  enum Extent {
    case whole
    /// What tells its kind.
    case beginning

    fileprivate var bytes: Int? { self == .whole ? nil : 4096 }
  }

  /// The pictures of a lesson in a file of any kind, those that belong to Jupyter's cells among them.
  init(of notebook: Notebook, at path: String, _ console: Console, extent: Extent = .whole) {
    let attached = Self.attached(notebook, path, console, extent)
    self.init(of: notebook, beside: path, known: attached.found, extent: extent)
    findings = attached.findings + findings
  }

  /// - Parameter known: pictures that need not be read, by their addresses.
  init(
    of notebook: Notebook, beside path: String, known: [String: Picture],
    extent: Extent = .whole
  ) {
    found = known
    if notebook.pictures.isEmpty { return }
    let files = LessonFiles(beside: path)
    for link in notebook.pictures where found[link.address] == nil {
      guard let path = Self.path(link.address) else {
        findings.append(.elsewhere(link))
        continue
      }
      do {
        let bytes = try files.read(path, first: extent.bytes)
        guard Picture.isShown(bytes) else {
          findings.append(.unknownKind(path, link))
          continue
        }
        found[link.address] = Picture(path: Self.plain(path), bytes: bytes)
      } catch {
        findings.append(.notRead(path, error, link))
      }
    }
  }

  /// What `lint` says besides: what readers who don't see pictures miss, and what only pages show.
  static func hints(_ notebook: Notebook) -> [Diagnostic] {
    let silent = notebook.pictures.filter { $0.text.allSatisfy(\.isWhitespace) && !$0.isDecorative }
      .map(Diagnostic.withoutText)
    let sized = notebook.pictures.lazy.compactMap(\.attributes).first
    return silent + (sized.map { [Diagnostic.sized($0)] } ?? [])
  }

  /// The files that the notebook keeps for Jupyter's cells.
  private static func attached(
    _ notebook: Notebook, _ path: String, _ console: Console, _ extent: Extent
  ) -> (found: [String: Picture], findings: [Diagnostic]) {
    var found: [String: Picture] = [:]
    func note(_ path: String, _ bytes: [UInt8]) {
      found[path] = Picture(path: path, bytes: bytes, isAttached: true)
    }
    if NotebookLoading.isJupyter(path) {
      let lesson = try? NotebookLoading(console: console, events: nil).jupyter(path)
      for file in lesson?.form.files ?? [] { note(file.path, file.bytes) }
      return (found, [])
    }
    guard JupyterForm.hasAttachments(notebook) else { return ([:], []) }
    let files = LessonFiles(beside: path)
    let form = JupyterForm(notebook) { name in
      let bytes = try? files.read(name, first: extent.bytes)
      if let bytes { note(name, bytes) }
      return bytes
    }
    return (
      found,
      form.diagnostics.map {
        Diagnostic(.warning, code: $0.code, at: $0.range, $0.message, hint: $0.hint)
      }
    )
  }

  /// The path that an address means; nil for one that leads elsewhere than to a file.
  private static func path(_ address: String) -> String? {
    let plain = address.prefix { $0 != "?" && $0 != "#" }
    let scheme = plain.prefix { $0 != "/" && $0 != ":" }
    guard !plain.isEmpty, !plain.hasPrefix("//"), !plain[scheme.endIndex...].hasPrefix(":") else {
      return nil
    }
    return MarkdownAddress.path(ofAddress: String(plain))
  }

  /// A path without `.` and doubled slashes.
  private static func plain(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}

extension Diagnostic {
  fileprivate static func notRead(
    _ path: String, _ error: FileError, _ link: PictureLink
  ) -> Diagnostic {
    let words = error.reason.words
    return Diagnostic(
      .warning, code: error.code, at: link.range,
      Message(
        "the picture '\(path)' is not read: \(words.english)",
        pt: "a imagem '\(path)' não é lida: \(words.portuguese)"))
  }

  fileprivate static func unknownKind(_ path: String, _ link: PictureLink) -> Diagnostic {
    Diagnostic(
      .warning, code: "picture-kind", at: link.range,
      Message(
        "'\(path)' is no picture that a page shows: SVG, PNG, JPEG, GIF or WebP",
        pt: "'\(path)' não é uma imagem que uma página mostra: SVG, PNG, JPEG, GIF ou WebP"))
  }

  fileprivate static func elsewhere(_ link: PictureLink) -> Diagnostic {
    Diagnostic(
      .warning, code: "picture-elsewhere", at: link.range,
      Message(
        "the picture '\(link.address)' lies elsewhere, and a page loads nothing: readers get its alternative text",
        pt: "a imagem '\(link.address)' está em outro lugar, e uma página não carrega nada: "
          + "mostra-se o texto alternativo"),
      hint: Message(
        "put the file into the lesson's folder", pt: "ponha o arquivo na pasta da aula"))
  }

  fileprivate static func withoutText(_ link: PictureLink) -> Diagnostic {
    Diagnostic(
      .warning, code: "picture-without-text", at: link.range,
      Message(
        "the picture '\(link.address)' has no alternative text",
        pt: "a imagem '\(link.address)' não tem texto alternativo"),
      hint: Message(
        "say between the brackets what it shows", pt: "diga entre os colchetes o que ela mostra"))
  }

  fileprivate static func sized(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      .note, code: "picture-size", at: place,
      Message(
        "pages follow sizes behind pictures; GitHub shows the braces as they are",
        pt: "as páginas seguem tamanhos depois de imagens; o GitHub mostra as chaves como estão"))
  }
}
